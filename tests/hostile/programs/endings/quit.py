# MUST: raised; quit() and exit() as at a prompt
quit()
