using System.Globalization;
using System.Text.Json;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// The version of what the app stores: names of tables, queues and functions, keys, and JSON properties. A row of the
/// table Catalog holds it. There is no migration between versions before 1.0.
/// </summary>
public sealed class StorageFormat(CatalogTable catalog)
{
    public const int Version = 6;

    // It sorts before the names of all lists, so that the first row of the table is that of the version.
    public const string Partition = "$format";
    public const string VersionRow = "version";

    /// <summary>
    /// Writes the version into an empty store, with two storage requests; compares it otherwise, with one. Instances
    /// that start at the same time write the same row.
    /// </summary>
    /// <exception cref="StorageFormatException">The store has another version, or rows without a version.</exception>
    public async Task EnsureAsync()
    {
        var first = await catalog.FirstAsync<JsonElement>();
        if (first is null && await catalog.TryCommitAsync(Row.Add(Partition, VersionRow, Version))) return;
        var stored = first is { RowKey: VersionRow } version
            ? version.Value.GetInt32()
            : (await catalog.FindAsync<int>(Partition, VersionRow))?.Value;
        if (stored != Version) throw new StorageFormatException(stored);
    }
}

/// <summary>The store is of another version than the app.</summary>
public sealed class StorageFormatException(int? stored) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"The store was written by {Describe(stored)} of the stored format and this app needs version "
    + $"{StorageFormat.Version}: start with an empty store, there is no migration before 1.0."))
{
    static string Describe(int? stored) => stored is { } version
        ? string.Create(CultureInfo.InvariantCulture, $"version {version}")
        : "an unknown version";
}
