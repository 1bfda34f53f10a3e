using System.Collections.Immutable;
using Azure.Data.Tables;
using Community.Care.Violations;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Care.Violations;

/// <summary>
/// What all reports about a member change: their number, and the latest violation that was heard in each group.
/// </summary>
public sealed record ViolationRecord(int Reports, IReadOnlyDictionary<string, string> Heard)
{
    public static ViolationRecord Empty { get; } = new(0, new Dictionary<string, string>());

    public ViolationRecord After(ViolationReport report) => new(
        Reports + 1,
        report.IsHeard ? Heard.ToImmutableDictionary().SetItem(report.GroupId, report.Id) : Heard);
}

/// <summary>
/// Violations in a partition for each member, the newest first, with a record that each report changes, so that of two
/// reports at the same time one sees the other. A locator leads from an id to its member.
/// </summary>
public sealed class ViolationStore(
    CareTable table,
    ViolationLocatorStore locators,
    KeyedLock locks,
    TimeProvider clock,
    ILogger<ViolationStore> log)
{
    const string RecordRow = "record";

    readonly DayIndex days = new(table, "$violation-days", clock, log);

    /// <summary>The violation; null when there is none.</summary>
    public async Task<Stored<Violation>?> FindAsync(string id) =>
        await locators.FindAsync(id) is { } locator ? await FindAsync(locator) : null;

    /// <inheritdoc cref="FindAsync(string)"/>
    public Task<Stored<Violation>?> FindAsync(ViolationLocator locator) =>
        table.FindAsync<Violation>(locator.Partition(), locator.RowKey());

    /// <summary>The violations of the member in all groups, the newest first.</summary>
    public async Task<IReadOnlyList<Violation>> AllAsync(string memberId) =>
        [.. (await RowsAsync(memberId)).Select(row => row.Value)];

    /// <summary>
    /// Stores a violation whose id it has; <paramref name="open"/> makes it from the earlier ones of the member. The
    /// result is false and the stored violation when it was stored before, or of which a message that was heard is a
    /// part.
    /// </summary>
    public async Task<(bool IsNew, Stored<Violation> Document)> CreateAsync(
        ViolationReport report, string fingerprint, Func<IReadOnlyList<Violation>, Violation> open)
    {
        var locator = ViolationLocator.Of(report);
        await days.AddAsync(clock.GetUtcNow(), report.Id);
        return await OfMemberAsync(report.MemberId, async () =>
        {
            var record = await FindRecordAsync(report.MemberId);
            if (await FindAsync(locator) is { } stored) return (false, stored);
            if (await FindWholeAsync(report, record?.Value) is { } whole) return (false, whole);
            var violation = open(await AllAsync(report.MemberId));
            await table.CommitAsync(
                Row.Add(locator.Partition(), locator.RowKey(), violation, fingerprint),
                Row.Write(
                    locator.Partition(),
                    RecordRow,
                    (record?.Value ?? ViolationRecord.Empty).After(report),
                    record));
            return (true, (await FindAsync(locator))!);
        });
    }

    /// <summary>The violation of which a message that was heard is a part; null when it is another one.</summary>
    public async Task<Violation?> FindWholeAsync(ViolationReport message) =>
        (await FindWholeAsync(message, (await FindRecordAsync(message.MemberId))?.Value))?.Value;

    /// <summary>
    /// Decides on the violation and stores the result; null when there is none. <paramref name="command"/> may depend
    /// on the stored state.
    /// </summary>
    public async Task<Decided<Violation, ViolationEvent>?> DecideAsync(
        string id, Func<Violation, ViolationCommand> command)
    {
        if (await locators.FindAsync(id) is not { } locator) return null;
        await days.AddAsync(clock.GetUtcNow(), id);
        return await OfMemberAsync(locator.MemberId, async () =>
        {
            if (await FindAsync(locator) is not { } read) return null;
            var events = ViolationRules.Decide(command(read.Value), read.Value);
            var after = events.Aggregate(read.Value, ViolationRules.Evolve);
            if (after != read.Value)
                await table.CommitAsync(Row.Write(locator.Partition(), locator.RowKey(), after, read));
            return new Decided<Violation, ViolationEvent>(after, events);
        });
    }

    /// <summary>
    /// One page of violations that match, the newest first. A page may hold fewer than <paramref name="size"/> and
    /// still have a continuation.
    /// </summary>
    public async Task<Slice<Violation>> PageAsync(ViolationFilter filter, int size, string? continuation)
    {
        if (filter.MemberId is { } memberId)
        {
            var ofMember = await table.PageAsync<Violation>(
                ViolationLocator.PartitionOf(memberId), ViolationLocator.Prefix, size, continuation, filter.Matches);
            return ofMember.Map(row => row.Value);
        }

        var page = await locators.PageAsync(filter.GroupId, size, continuation);
        var found = await Task.WhenAll(page.Items.Select(FindAsync));
        return new Slice<Violation>(
            [.. found.Select(row => row?.Value).OfType<Violation>().Where(filter.Matches)], page.Continuation);
    }

    /// <summary>
    /// Deletes decided violations whose latest step is before the instant, at most <paramref name="budget"/>.
    /// </summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) =>
        days.StepAsync(horizon, budget, async (day, _) =>
        {
            if (await locators.FindAsync(day.Owner) is { } locator && await IsOldAsync(locator, horizon))
                await ForgetAsync(locator);
            return new DayVisit(1, DayOutcome.Finished);
        });

    async Task<Stored<Violation>?> FindWholeAsync(ViolationReport report, ViolationRecord? record) =>
        report.IsHeard
        && record?.Heard.GetValueOrDefault(report.GroupId) is { } id
        && await FindAsync(id) is { } latest
        && ViolationRules.IsPartOf(latest.Value, report.Evidence, report.At)
            ? latest
            : null;

    // Every step of a violation is indexed, so that a younger one is visited again.
    async Task<bool> IsOldAsync(ViolationLocator locator, DateTimeOffset horizon) =>
        await FindAsync(locator) is not { Value: var violation }
        || (!violation.IsUndecided && violation.ChangedAt < horizon);

    async Task ForgetAsync(ViolationLocator locator)
    {
        await table.DeleteIfExistsAsync(locator.Partition(), [locator.RowKey()]);
        if (await RowsAsync(locator.MemberId) is [])
            await table.DeleteIfExistsAsync(locator.Partition(), [RecordRow]);
        await locators.ReleaseAsync(locator);
    }

    Task<IReadOnlyList<Stored<Violation>>> RowsAsync(string memberId) =>
        table.AllAsync<Violation>(ViolationLocator.PartitionOf(memberId), ViolationLocator.Prefix);

    Task<Stored<ViolationRecord>?> FindRecordAsync(string memberId) =>
        table.FindAsync<ViolationRecord>(ViolationLocator.PartitionOf(memberId), RecordRow);

    Task<T> OfMemberAsync<T>(string memberId, Func<Task<T>> attempt) =>
        locks.RunAsync($"violations {memberId}", () => table.RetryAsync(attempt));
}
