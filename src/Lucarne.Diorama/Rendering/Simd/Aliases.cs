global using VF = System.Numerics.Vector<float>;
global using VI = System.Numerics.Vector<int>;
