using Azure.Data.Tables;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// The measurement, the delivery and the result of each group of a conversion, in the conversion's partition.
/// </summary>
public sealed class GroupRecordStore(ConversionsTable table)
{
    const string MeasurementPrefix = "measurement-";
    const string DeliveredPrefix = "delivered-";
    const string ResultPrefix = "result-";
    const int RowsPerTransaction = 100;

    /// <summary>The measurement of the group; null before its link is sent.</summary>
    public async Task<GroupMeasurement?> MeasurementAsync(string conversionId, string groupId) =>
        (await table.FindAsync<GroupMeasurement>(conversionId, MeasurementPrefix + groupId))?.Value;

    /// <summary>Stores the measurement unless there is one, and returns the stored one.</summary>
    public async Task<GroupMeasurement> AddAsync(string conversionId, GroupMeasurement measurement) =>
        await table.TryCommitAsync(Row.Add(conversionId, MeasurementPrefix + measurement.GroupId, measurement))
            ? measurement
            : (await MeasurementAsync(conversionId, measurement.GroupId))!;

    /// <summary>The measurements by group.</summary>
    public async Task<IReadOnlyDictionary<string, GroupMeasurement>> MeasurementsAsync(string conversionId) =>
        await AllAsync<GroupMeasurement>(conversionId, MeasurementPrefix);

    /// <summary>Stores the number of members who received the link.</summary>
    public Task RecordDeliveredAsync(string conversionId, string groupId, int members) =>
        table.CommitAsync(Row.Put(conversionId, DeliveredPrefix + groupId, members));

    /// <summary>The number of members who received the link, by group.</summary>
    public async Task<IReadOnlyDictionary<string, int>> DeliveredAsync(string conversionId) =>
        await AllAsync<int>(conversionId, DeliveredPrefix);

    public async Task RecordResultsAsync(string conversionId, IEnumerable<GroupResult> results)
    {
        foreach (var chunk in results.Chunk(RowsPerTransaction))
            await table.CommitAsync([.. chunk.Select(result => ResultRow(conversionId, result))]);
    }

    /// <summary>The results by group; empty before the end.</summary>
    public async Task<IReadOnlyDictionary<string, GroupResult>> ResultsAsync(string conversionId) =>
        await AllAsync<GroupResult>(conversionId, ResultPrefix);

    static TableTransactionAction ResultRow(string conversionId, GroupResult result) =>
        Row.Put(conversionId, ResultPrefix + result.GroupId, result);

    // A conversion has a bounded number of groups, and each has at most one row.
    async Task<Dictionary<string, T>> AllAsync<T>(string conversionId, string prefix)
    {
        var rows = await table.AllAsync<T>(conversionId, prefix);
        return rows.ToDictionary(row => row.RowKey[prefix.Length..], row => row.Value, StringComparer.Ordinal);
    }
}
