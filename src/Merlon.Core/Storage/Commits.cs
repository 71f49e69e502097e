using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Storage;

/// <summary>How a commit ended. Only what two callers can do to each other is a value; a broken database is an exception.</summary>
public enum Commit
{
    /// <summary>Kept, flushed, visible.</summary>
    Done,

    /// <summary>Somebody else changed or deleted the row since it was read; nothing was kept.</summary>
    Stale,

    /// <summary>A unique name is taken; nothing was kept.</summary>
    Taken,
}

/// <summary>Commits a unit of work: the change, its event and its audit row, in one transaction.</summary>
public static class Commits
{
    /// <summary>Saves everything tracked. After anything but <see cref="Commit.Done"/> the context tracks nothing.</summary>
    public static async Task<Commit> TryCommit(this MerlonDb db, IStorageEngine engine, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Commit.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Commit.Stale;
        }
        catch (DbUpdateException exception) when (engine.ViolatedIndex(exception) is not null)
        {
            db.ChangeTracker.Clear();
            return Commit.Taken;
        }
    }
}
