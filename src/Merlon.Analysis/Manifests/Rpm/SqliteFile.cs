using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Merlon.Analysis.Manifests.Rpm;

/// <summary>
/// Reads the rows of a table in an SQLite database (sqlite.org/fileformat2.html), without the library: a package database comes out of
/// an uploaded image, and nothing that runs statements should open it. What a damaged or hostile file says of its pages is not believed:
/// no page is read twice as part of a tree, and no row is larger than <see cref="LargestRow"/>.
/// </summary>
sealed class SqliteFile : IDisposable
{
    const int HeaderBytes = 100;
    const int LargestRow = 64 << 20;
    const byte LeafPage = 13, InteriorPage = 5;

    readonly SafeFileHandle handle;
    readonly int pageBytes;
    readonly int usable;
    readonly long pages;

    /// <exception cref="ManifestException">It is no such database.</exception>
    public SqliteFile(string path)
    {
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[HeaderBytes];
        if (RandomAccess.Read(handle, header, 0) < HeaderBytes || !header.AsSpan().StartsWith("SQLite format 3\0"u8)) throw new ManifestException("it is no SQLite database");
        var stated = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16));
        pageBytes = stated == 1 ? 65_536 : stated;
        usable = pageBytes - header[20];
        if (pageBytes < 512 || usable < 480) throw new ManifestException("its pages have no size that SQLite writes");
        pages = RandomAccess.GetLength(handle) / pageBytes;
    }

    /// <summary>The rows of the table of this name, in the order of their numbers; none when there is no such table.</summary>
    public IEnumerable<SqliteRow> Rows(string table)
    {
        // Page 1 is the table of tables: type, name, table, root page, statement.
        foreach (var entry in RowsBelow(1))
            if (entry.Text(0) == "table" && entry.Text(1) == table)
                foreach (var row in RowsBelow(entry.Integer(3))) yield return row;
    }

    public void Dispose() => handle.Dispose();

    IEnumerable<SqliteRow> RowsBelow(long root)
    {
        var (waiting, seen) = (new Stack<long>([root]), new HashSet<long>());
        while (waiting.TryPop(out var number))
        {
            if (!seen.Add(number)) throw new ManifestException($"page {number} stands in a tree twice");
            var page = Page(number);
            var start = number == 1 ? HeaderBytes : 0;
            var cells = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(start + 3));
            if (page[start] == InteriorPage)
            {
                waiting.Push(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(start + 8)));
                // The first child is wanted first.
                for (var cell = cells - 1; cell >= 0; cell--) waiting.Push(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(CellAt(page, start + 12, cell))));
            }
            else if (page[start] == LeafPage)
            {
                for (var cell = 0; cell < cells; cell++) yield return Row(page, CellAt(page, start + 8, cell));
            }
            else throw new ManifestException($"page {number} is no part of a table");
        }
    }

    int CellAt(byte[] page, int pointers, int cell)
    {
        var at = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(pointers + (cell * 2)));
        return at < usable - 4 ? at : throw new ManifestException("a row stands outside of its page");
    }

    // A row that does not fit its page goes on in a chain of others.
    SqliteRow Row(byte[] page, int at)
    {
        var size = SqliteRow.Number(page, ref at);
        SqliteRow.Number(page, ref at);
        if (size is < 0 or > LargestRow) throw new ManifestException($"a row of {size:N0} bytes");
        var local = Local((int)size);
        if (at + local > usable) throw new ManifestException("a row stands outside of its page");
        var row = new byte[size];
        page.AsSpan(at, local).CopyTo(row);
        var next = local < size ? BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(at + local)) : 0;
        for (var filled = local; filled < size;)
        {
            var more = Page(next);
            var taken = Math.Min(usable - 4, (int)size - filled);
            more.AsSpan(4, taken).CopyTo(row.AsSpan(filled));
            next = BinaryPrimitives.ReadUInt32BigEndian(more);
            filled += taken;
        }
        return new(row);
    }

    // How much of a row's bytes stands on its own page.
    int Local(int size)
    {
        if (size <= usable - 35) return size;
        var least = ((usable - 12) * 32 / 255) - 23;
        var kept = least + ((size - least) % (usable - 4));
        return kept <= usable - 35 ? kept : least;
    }

    byte[] Page(long number)
    {
        if (number < 1 || number > pages) throw new ManifestException($"there is no page {number}");
        var page = new byte[pageBytes];
        RandomAccess.Read(handle, page, (number - 1) * pageBytes);
        return page;
    }
}
