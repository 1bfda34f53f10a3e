using Community.Selling.Conversions;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>What is known of each group of a conversion, beside the conversion.</summary>
public sealed class GroupRecordStore(ConversionsTable table)
{
    const string ReadingPrefix = "reading-";
    const string DeliveredPrefix = "delivered-";
    const string SettlementPrefix = "settled-";
    const int RowsPerTransaction = 100;

    /// <summary>The group's reading; null before its link.</summary>
    public async Task<GroupMeasurement?> MeasurementAsync(string conversionId, string groupId) =>
        (await table.FindAsync<GroupMeasurement>(conversionId, ReadingPrefix + groupId))?.Value;

    /// <summary>Keeps the reading, unless one was taken before; the one that stands.</summary>
    public async Task<GroupMeasurement> AddAsync(string conversionId, GroupMeasurement measurement) =>
        await table.TryAddAsync(Row.Add(conversionId, ReadingPrefix + measurement.GroupId, measurement))
            ? measurement
            : (await MeasurementAsync(conversionId, measurement.GroupId))!;

    /// <summary>The readings of all groups that had their link.</summary>
    public async Task<IReadOnlyDictionary<string, GroupMeasurement>> MeasurementsAsync(string conversionId) => await AllAsync<GroupMeasurement>(conversionId, ReadingPrefix);

    /// <summary>Notes that the link was posted to so many members.</summary>
    public Task RecordDeliveredAsync(string conversionId, string groupId, int members) =>
        table.CommitAsync(Row.Put(conversionId, DeliveredPrefix + groupId, members));

    /// <summary>To how many members the link was posted in each group where it was.</summary>
    public async Task<IReadOnlyDictionary<string, int>> DeliveredAsync(string conversionId) => await AllAsync<int>(conversionId, DeliveredPrefix);

    /// <summary>Writes how the groups ended.</summary>
    public async Task RecordResultsAsync(string conversionId, IEnumerable<GroupResult> settlements)
    {
        foreach (var some in settlements.Chunk(RowsPerTransaction))
            await table.CommitAsync([.. some.Select(settlement => Row.Put(conversionId, SettlementPrefix + settlement.GroupId, settlement))]);
    }

    /// <summary>How the groups ended; empty before that.</summary>
    public async Task<IReadOnlyDictionary<string, GroupResult>> ResultsAsync(string conversionId) => await AllAsync<GroupResult>(conversionId, SettlementPrefix);

    // At most one row a group, and groups are bounded.
    async Task<Dictionary<string, T>> AllAsync<T>(string conversionId, string prefix) =>
        (await table.AllAsync<T>(conversionId, prefix)).ToDictionary(row => row.RowKey[prefix.Length..], row => row.Value, StringComparer.Ordinal);
}
