namespace Merlon.Analysis.Manifests;

/// <summary>How exact a file is about the packages of its project. The more exact one wins where a project has both.</summary>
public enum ManifestRank
{
    /// <summary>States what is asked for, often as ranges.</summary>
    Manifest,

    /// <summary>States what was resolved.</summary>
    Lock,

    /// <summary>States what is there: an installed package or a database of such. It stands beside the others, never for them.</summary>
    Installed,
}

/// <summary>Reads one kind of manifest, lock file or package database. Readers have no state and know nothing of each other;
/// docs/how-to-add-an-ecosystem.md says how to add one.</summary>
public interface IManifestReader
{
    /// <summary>The purl type of what it finds: files of one type in one folder are one project.</summary>
    string Ecosystem { get; }

    ManifestRank Rank { get; }

    /// <summary>Whether the reader is for the file at this path, relative to the root and with '/'.</summary>
    bool Takes(string path);

    /// <summary>Says what the file holds.</summary>
    /// <exception cref="ManifestException">The file is not what its name says; others of the common parse and input exceptions mean the same.</exception>
    void Read(ManifestFile file, ManifestReport report);
}

/// <summary>A manifest that cannot be understood. The message is shown as a note; the scan goes on.</summary>
public sealed class ManifestException(string message) : Exception(message);
