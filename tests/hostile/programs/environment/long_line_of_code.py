# MUST: raised|finished|crashed|out_of_memory; code that overwhelms the compiler
source = "x = " + "(" * 150 + ")" * 150 + "\n" + "y = " + "-" * 100_000 + "1\n"
exec(source)
