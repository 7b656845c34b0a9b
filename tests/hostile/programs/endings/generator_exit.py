# MUST: raised; so is GeneratorExit
raise GeneratorExit
