using System.Runtime.InteropServices;

namespace Merlon.Analysis.Trees;

/// <summary>Gives the current thread a UTF-8 character type while libarchive converts names: in the "C" locale, which .NET leaves in
/// place, it fails on every name beyond ASCII. The locale of the process stays as it is.</summary>
readonly partial struct Utf8Locale : IDisposable
{
    const int CharacterTypeMask = 1;

    static readonly nint Utf8 = NewLocale(CharacterTypeMask, "C.UTF-8", 0);

    readonly nint before;

    Utf8Locale(nint before) => this.before = before;

    public static Utf8Locale Enter() => new(Utf8 == 0 ? 0 : UseLocale(Utf8));

    public void Dispose()
    {
        if (before != 0) UseLocale(before);
    }

    [LibraryImport("libc", EntryPoint = "newlocale", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint NewLocale(int mask, string name, nint based);

    [LibraryImport("libc", EntryPoint = "uselocale")]
    private static partial nint UseLocale(nint locale);
}
