# MUST: any; verdict!=pass; the types of C code are changed through their dictionaries
import ctypes
def opened(kind):
    return ctypes.py_object.from_address(id(vars(kind)) + 16).value
opened(dict)["items"] = lambda self: iter([("observations", {})])
opened(list)["append"] = lambda self, value: None
opened(bytes)["__len__"] = lambda self: 0
ctypes.pythonapi.PyType_Modified(ctypes.py_object(dict))
ctypes.pythonapi.PyType_Modified(ctypes.py_object(list))
