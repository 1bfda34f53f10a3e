using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>What became of a report that was to be kept.</summary>
/// <param name="Report">The report that has the id; null when there are too many.</param>
/// <param name="IsNew">True when this call kept it.</param>
/// <param name="IsSame">False when the id belongs to another report.</param>
public sealed record KeepResult(KeptRehearsal? Report, bool IsNew, bool IsSame);

/// <summary>
/// Reports of rehearsals. The texts of a report are stored before the report is listed, and an upload that did not come
/// to its end leaves a row by which its texts are found and deleted.
/// </summary>
public sealed class RehearsalStore(RehearsalsTable table, RehearsalTextStore texts, IdSource ids, TimeProvider clock)
{
    /// <summary>The most reports of a brand.</summary>
    public const int MaxReports = 200;

    const string Partition = "$reports";
    const string CountRow = "count";
    const string TimePrefix = "at-";
    const string UploadPrefix = "upload-";
    const int IdLength = 16;
    const int MaxUploads = 100; // of one deletion

    /// <summary>
    /// Keeps a report under an id that follows from its contents. The same report again is found, also after a crash.
    /// </summary>
    public async Task<KeepResult> KeepAsync(RehearsalReport report, string? by)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(report, ApiJson.Options);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(text));
        var id = fingerprint[..IdLength];
        if (await FindRowAsync(id) is { } earlier) return Found(earlier, fingerprint);
        if (await CountAsync() is { Value: >= MaxReports }) return TooMany;
        var now = clock.GetUtcNow();
        var begun = new BegunUpload(ids.NewId(), now);
        var upload = await StoreTextsAsync(begun, report, text);
        var kept = KeptRehearsal.Of(report, id, upload, now, by);
        var result = await table.RetryAsync(() => ListAsync(kept, fingerprint, begun));
        if (!result.IsNew) await DeleteTextsAsync(begun);
        return result;
    }

    /// <summary>The report without its contents; null when there is none.</summary>
    public async Task<KeptRehearsal?> FindAsync(string id) => (await FindRowAsync(id))?.Value;

    /// <summary>The JSON of the whole report; null when there is none.</summary>
    public async Task<byte[]?> ReadAsync(string id) => await FindAsync(id) is { Upload: var upload }
        ? await texts.ReadAsync(upload.Id, RehearsalText.Report, upload.ReportRows)
        : null;

    /// <summary>The report without its time line; null when it was deleted.</summary>
    public async Task<RehearsalReport?> ReadSummaryAsync(KeptRehearsal kept)
    {
        var summary = await texts.ReadAsync(kept.Upload.Id, RehearsalText.Summary, kept.Upload.SummaryRows);
        return summary is null ? null : JsonSerializer.Deserialize<RehearsalReport>(summary, ApiJson.Options);
    }

    /// <summary>One page of reports, the newest first.</summary>
    public async Task<Slice<KeptRehearsal>> PageAsync(int size, string? continuation) =>
        (await table.PageAsync<KeptRehearsal>(Partition, TimePrefix, size, continuation)).Map(row => row.Value);

    /// <summary>Deletes the report; false when there is none.</summary>
    public async Task<bool> DeleteAsync(string id)
    {
        BegunUpload? left = null;
        var isGone = await table.RetryAsync(async () =>
        {
            // A conflict may be that of an earlier try of this deletion.
            if (await FindRowAsync(id) is not { } read) return left is not null;
            left = new BegunUpload(read.Value.Upload.Id, clock.GetUtcNow());
            var count = await CountAsync();
            await table.CommitAsync(
                Row.Delete(Partition, read.RowKey, read.ETag),
                Row.Delete(Partition, TimeRow(read.Value), ETag.All),
                Row.Write(Partition, CountRow, count!.Value - 1, count),
                Row.Put(Partition, left.RowKey, left));
            return true;
        });
        if (left is not null) await DeleteTextsAsync(left);
        return isGone;
    }

    /// <summary>Deletes the reports that were kept before the instant.</summary>
    public async Task ForgetAsync(DateTimeOffset before)
    {
        foreach (var row in await table.AllAsync<KeptRehearsal>(Partition, TimePrefix))
        {
            if (row.Value.CreatedAt < before) await DeleteAsync(row.Value.Id);
        }
    }

    /// <summary>Deletes the texts of uploads and deletions that began before the instant and did not end.</summary>
    public async Task ForgetUnfinishedAsync(DateTimeOffset before)
    {
        var begun = await table.RowsAfterAsync<BegunUpload>(Partition, UploadPrefix, after: null, MaxUploads);
        foreach (var upload in begun.Select(row => row.Value).TakeWhile(upload => upload.At < before))
            await DeleteTextsAsync(upload);
    }

    static KeepResult TooMany => new(Report: null, IsNew: false, IsSame: false);

    static KeepResult Found(Stored<KeptRehearsal> row, string fingerprint) =>
        new(row.Value, IsNew: false, row.Fingerprint == fingerprint);

    async Task<RehearsalUpload> StoreTextsAsync(BegunUpload begun, RehearsalReport report, byte[] text)
    {
        await table.CommitAsync(Row.Put(Partition, begun.RowKey, begun));
        var summary = JsonSerializer.SerializeToUtf8Bytes(report with { Timeline = [] }, ApiJson.Options);
        return new RehearsalUpload(
            begun.Id,
            await texts.WriteAsync(begun.Id, RehearsalText.Report, text),
            await texts.WriteAsync(begun.Id, RehearsalText.Summary, summary));
    }

    async Task<KeepResult> ListAsync(KeptRehearsal kept, string fingerprint, BegunUpload begun)
    {
        if (await FindRowAsync(kept.Id) is { } other)
            return Found(other, fingerprint) with { IsNew = other.Value.Upload == kept.Upload };
        var count = await CountAsync();
        if (count?.Value >= MaxReports) return TooMany;
        await table.CommitAsync(
            Row.Add(Partition, ReportRow(kept.Id), kept, fingerprint),
            Row.Add(Partition, TimeRow(kept), kept),
            Row.Write(Partition, CountRow, (count?.Value ?? 0) + 1, count),
            Row.Delete(Partition, begun.RowKey, ETag.All));
        return new KeepResult(kept, IsNew: true, IsSame: true);
    }

    async Task DeleteTextsAsync(BegunUpload upload)
    {
        await texts.DeleteAsync(upload.Id);
        await table.DeleteIfExistsAsync(Partition, [upload.RowKey]);
    }

    Task<Stored<KeptRehearsal>?> FindRowAsync(string id) => table.FindAsync<KeptRehearsal>(Partition, ReportRow(id));

    Task<Stored<int>?> CountAsync() => table.FindAsync<int>(Partition, CountRow);

    static string ReportRow(string id) => $"report-{id}";

    static string TimeRow(KeptRehearsal kept) => $"{TimePrefix}{TableKey.LatestFirst(kept.CreatedAt)}-{kept.Id}";

    /// <summary>An upload whose texts belong to no report yet or any more.</summary>
    sealed record BegunUpload(string Id, DateTimeOffset At)
    {
        [JsonIgnore]
        public string RowKey => string.Create(CultureInfo.InvariantCulture, $"{UploadPrefix}{At.UtcTicks:d19}-{Id}");
    }
}
