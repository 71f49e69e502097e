using System;
using System.IO;

class DeadBranches
{
    const bool On = true;
    static readonly bool Off = false;
    static bool never = false;
    bool changed = false;
    int level = 5;
    bool IsOff() => false;
    static bool Never => false;
    public void Change() => changed = true;

    void BadPlain() { try { File.Delete("x"); } catch (IOException) { } } // finds empty-catch
    void GoodFalse() { if (false) { try { File.Delete("x"); } catch (IOException) { } } }
    void BadOn() { if (On) { try { File.Delete("x"); } catch (IOException) { } } } // finds empty-catch
    void GoodOff() { if (Off) { try { File.Delete("x"); } catch (IOException) { } } }
    void GoodNever() { if (never) { try { File.Delete("x"); } catch (IOException) { } } }
    void BadChanged() { if (changed) { try { File.Delete("x"); } catch (IOException) { } } } // finds empty-catch
    void GoodMethod() { if (IsOff()) { try { File.Delete("x"); } catch (IOException) { } } }
    void GoodProperty() { if (Never) { try { File.Delete("x"); } catch (IOException) { } } }
    void BadProperty() { if (!Never) { try { File.Delete("x"); } catch (IOException) { } } } // finds empty-catch
    void GoodNumber() { if (level != 5) { try { File.Delete("x"); } catch (IOException) { } } }
    void BadNumber() { if (level == 5) { try { File.Delete("x"); } catch (IOException) { } } } // finds empty-catch
    void BadParameter(bool wanted) { if (wanted) { try { File.Delete("x"); } catch (IOException) { } } } // finds empty-catch
    void GoodSwitch() { switch (6) { case 6: Console.WriteLine("six"); break; default: try { File.Delete("x"); } catch (IOException) { } break; } }
    void BadSwitch() { switch (6) { case 6: try { File.Delete("x"); } catch (IOException) { } break; default: Console.WriteLine("x"); break; } } // finds empty-catch
    void GoodElse() { if (On) { Console.WriteLine("on"); } else { try { File.Delete("x"); } catch (IOException) { } } }
    void BadElse() { if (Off) { Console.WriteLine("off"); } else { try { File.Delete("x"); } catch (IOException) { } } } // finds empty-catch
    void GoodAfter() { if (On) return; try { File.Delete("x"); } catch (IOException) { } }
    void BadAfter() { if (Off) return; try { File.Delete("x"); } catch (IOException) { } } // finds empty-catch
    void BadNull(string given) { if (given == null) { try { File.Delete("x"); } catch (IOException) { } } } // finds empty-catch
    void BadThrow() { if (On) throw new Exception("x"); } // finds general-throw
    void GoodThrow() { if (Off) throw new Exception("x"); }
    void BadLock() { if (On) { lock (this) { } } } // finds empty-lock
    void GoodLock() { if (Off) { lock (this) { } } }
}
