# MUST: finished; the standby that waits, the server, whoever has a number near
mine = os.getpid()
reached = 0
for distance in range(1, 400):
    for process in (mine - distance, mine + distance):
        try:
            if process > 1:
                os.kill(process, 0)
                reached += 1
        except OSError:
            pass
print("ESCAPED" if reached else "held", reached)
