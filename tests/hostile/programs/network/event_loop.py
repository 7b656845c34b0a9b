# MUST: refused|raised|finished; asyncio needs sockets even for itself: a plain error, no hanging
import asyncio
async def nothing():
    reader, writer = await asyncio.open_connection("127.0.0.1", @@TCP@@)
    print("ESCAPED")
asyncio.run(nothing())
