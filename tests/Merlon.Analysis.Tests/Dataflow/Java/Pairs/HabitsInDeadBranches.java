package pairs;
import java.io.*;
public class HabitsInDeadBranches {
    private static final boolean ON = true;
    private static final boolean OFF = false;
    private static boolean off = false;
    private boolean changed = false;
    private int level = 5;
    @Deprecated
    boolean filled = false;
    private boolean isOff() { return false; }
    void change() { changed = true; }
    void work() throws IOException { throw new IOException("x"); }
    void badPlain() { try { work(); } catch (IOException e) { } } // finds empty-catch
    void goodFalse() { if (false) { try { work(); } catch (IOException e) { } } }
    void badOn() { if (ON) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void goodOff() { if (OFF) { try { work(); } catch (IOException e) { } } }
    void goodStatic() { if (off) { try { work(); } catch (IOException e) { } } }
    void badChanged() { if (changed) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void goodMethod() { if (isOff()) { try { work(); } catch (IOException e) { } } }
    void goodNumber() { if (level != 5) { try { work(); } catch (IOException e) { } } }
    void badNumber() { if (level == 5) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void badParameter(boolean wanted) { if (wanted) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void badFilled() { if (filled) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void badElse() { if (OFF) { System.out.println("off"); } else { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void goodElse() { if (ON) { System.out.println("on"); } else { try { work(); } catch (IOException e) { } } }
    void goodSwitch() { switch (6) { case 6: System.out.println("six"); break; default: try { work(); } catch (IOException e) { } break; } }
    void badSwitch() { switch (6) { case 6: try { work(); } catch (IOException e) { } break; default: System.out.println("other"); break; } } // finds empty-catch
    void goodLoop() { while (OFF) { try { work(); } catch (IOException e) { } break; } }
    void badAfter(String given) { if (OFF) { return; } try { work(); } catch (IOException e) { } } // finds empty-catch
    void goodAfter(String given) { if (ON) { return; } try { work(); } catch (IOException e) { } }
    void badNull(Object given) { if (given == null) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void badThrow() throws Exception { if (ON) { throw new Exception("x"); } } // finds general-throw
    void goodThrow() throws Exception { if (OFF) { throw new Exception("x"); } }
    void badLocked() { if (ON) { synchronized (this) { } } } // finds empty-lock
    void goodLocked() { if (OFF) { synchronized (this) { } } }
    void badFinally() { try { work(); } catch (IOException e) { System.out.println(e); } finally { if (ON) { try { work(); } catch (IOException e) { } } } } // finds empty-catch
    private final boolean wanted;
    private Runnable[] tasks;
    private HabitsInDeadBranches inner;
    HabitsInDeadBranches() { this.wanted = false; }
    HabitsInDeadBranches(boolean wanted, int more) { this.wanted = wanted; }
    void badWanted() { if (wanted) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void badKind(Object given) { if (given instanceof Runnable) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    void badInner() { if (inner.wanted()) { try { work(); } catch (IOException e) { } } } // finds empty-catch
    boolean wanted() { return wanted; }
}
