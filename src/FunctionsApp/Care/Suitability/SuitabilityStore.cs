using Community.Care.Suitability;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Suitability;

/// <summary>Assessments in one partition, because people write few of them.</summary>
public sealed class SuitabilityStore(CareTable table, KeyedLock locks)
{
    /// <summary>The most assessments of a brand.</summary>
    public const int MaxAssessments = 200;

    const string Partition = "suitability";
    const string AssessmentPrefix = "assessment-";
    const string TimePrefix = "at-";
    const string CountRow = "count";

    /// <summary>The assessment; null when there is none.</summary>
    public Task<Stored<SuitabilityAssessment>?> FindAsync(string id) =>
        table.FindAsync<SuitabilityAssessment>(Partition, AssessmentPrefix + id);

    /// <summary>
    /// Stores a new assessment. The result is false and the stored assessment when the id is taken, and null when there
    /// are as many as there may be.
    /// </summary>
    public Task<(bool IsNew, Stored<SuitabilityAssessment> Document)?> CreateAsync(
        SuitabilityAssessment assessment, string fingerprint) =>
        locks.RunAsync(Partition, () => table.RetryAsync(() => TryCreateAsync(assessment, fingerprint)));

    /// <summary>One page of assessments, the newest first.</summary>
    public async Task<Slice<SuitabilityAssessment>> PageAsync(int size, string? continuation)
    {
        var page = await table.PageAsync<string>(Partition, TimePrefix, size, continuation);
        var found = await Task.WhenAll(page.Items.Select(id => FindAsync(id.Value)));
        return new Slice<SuitabilityAssessment>([.. found.Select(row => row!.Value)], page.Continuation);
    }

    /// <summary>Names the groups that came of the assessment; null when there is no such assessment.</summary>
    public Task<SuitabilityAssessment?> NameGroupsAsync(
        string id, IReadOnlyList<string> groupIds, string by, DateTimeOffset at, ExpectedVersion? expected) =>
        table.RetryAsync(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            expected?.Verify(read.Value);
            var after = read.Value.NameGroups(groupIds, by, at);
            if (after != read.Value) await table.CommitAsync(Row.Write(Partition, read.RowKey, after, read));
            return after;
        });

    async Task<(bool IsNew, Stored<SuitabilityAssessment> Document)?> TryCreateAsync(
        SuitabilityAssessment assessment, string fingerprint)
    {
        if (await FindAsync(assessment.Id) is { } stored) return (false, stored);
        var count = await table.FindAsync<int>(Partition, CountRow);
        if (count?.Value >= MaxAssessments) return null;
        await table.CommitAsync(
            Row.Add(Partition, AssessmentPrefix + assessment.Id, assessment, fingerprint),
            Row.Add(Partition, TimeRow(assessment), assessment.Id),
            Row.Write(Partition, CountRow, (count?.Value ?? 0) + 1, count));
        return (true, (await FindAsync(assessment.Id))!);
    }

    static string TimeRow(SuitabilityAssessment assessment) =>
        $"{TimePrefix}{TableKey.LatestFirst(assessment.CreatedAt)}-{assessment.Id}";
}
