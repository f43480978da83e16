"""How the model is made: corpus and treebanks in, one int8 ONNX file out."""
