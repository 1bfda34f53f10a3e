using System.Text.Json;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using Community.Pushes.Sending;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Pushes.Plans;

/// <summary>Who paused all pushes of the brand, and why.</summary>
public sealed record BrandPause(string By, string? Reason, DateTimeOffset At);

/// <summary>All plans, and the pause of the brand; null when it is not paused.</summary>
public sealed record PushBoard(IReadOnlyList<PushPlan> Plans, BrandPause? Pause)
{
    /// <summary>The push with what its plan says of it.</summary>
    public DuePush DueOf(Push push)
    {
        var plan = Find(push.PlanId);
        var slot = plan?.FindSlot(push.SlotId);
        return new DuePush(push, slot?.Draw, plan?.State is PushPlanState.Paused)
        {
            ConversionId = (slot?.At as PushTrigger.Relative)?.ConversionId,
        };
    }

    public MissedPushPolicy PolicyOf(Push push) =>
        Find(push.PlanId)?.FindSlot(push.SlotId)?.Missed ?? MissedPushPolicy.Skip;

    public PushPlan? Find(string planId) => Plans.FirstOrDefault(plan => plan.Id == planId);
}

/// <summary>
/// Push plans. A brand has at most <see cref="MaxPlans"/> in one partition, so that one request reads them all; a copy
/// in memory is at most 5 seconds old.
/// </summary>
public sealed class PushPlanStore(PushPlansTable table, KeyedLock locks, TimeProvider clock) : IDisposable
{
    public const int MaxPlans = 200;

    const string Partition = "plans";
    const string PlanPrefix = "plan-";
    const string PauseRow = "brand-pause";

    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    readonly ReadCache<PushBoard> cache = new(maxEntries: 1, clock, Freshness);

    /// <summary>All plans, as they were at most 5 seconds ago.</summary>
    public async Task<PushBoard> FindRecentAsync() => (await cache.FindAsync(Partition, async _ => await ReadAsync()))!;

    /// <summary>The plan; null when there is none.</summary>
    public Task<Stored<PushPlan>?> FindAsync(string id) => table.FindAsync<PushPlan>(Partition, PlanPrefix + id);

    /// <summary>One page of plans in order of id.</summary>
    public async Task<Slice<PushPlan>> PageAsync(int size, string? continuation) =>
        (await table.PageAsync<PushPlan>(Partition, PlanPrefix, size, continuation)).Map(plan => plan.Value);

    /// <summary>Stores a new plan. The result is false and the stored plan when the id is taken.</summary>
    public async Task<(bool IsNew, Stored<PushPlan> Document)> CreateAsync(PushPlan plan, string fingerprint)
    {
        var isNew = await table.TryCommitAsync(Row.Add(Partition, PlanPrefix + plan.Id, plan, fingerprint));
        cache.Forget(Partition);
        return (isNew, (await FindAsync(plan.Id))!);
    }

    /// <summary>Decides on the plan and stores the result; null when there is no plan of that id.</summary>
    public Task<Decided<PushPlan, PushPlanEvent>?> DecideAsync(
        string id, PushPlanCommand command, ExpectedVersion? expected = null) =>
        locks.RunAsync($"push-plan {id}", () => table.RetryAsync(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            expected?.Verify(read.Value);
            var events = PushPlanRules.Decide(command, read.Value);
            var after = events.Aggregate(read.Value, PushPlanRules.Evolve);
            if (events.Count > 0) await table.CommitAsync(Row.Write(Partition, PlanPrefix + id, after, read));
            cache.Forget(Partition);
            return new Decided<PushPlan, PushPlanEvent>(after, events);
        }));

    /// <summary>Pauses all pushes; a repeat keeps the first pause, which is the result.</summary>
    public async Task<BrandPause> PauseAsync(BrandPause pause)
    {
        var isNew = await table.TryCommitAsync(Row.Add(Partition, PauseRow, pause));
        cache.Forget(Partition);
        return isNew ? pause : await FindPauseAsync() ?? pause;
    }

    /// <summary>The pause of the brand; null when its pushes go on.</summary>
    public async Task<BrandPause?> FindPauseAsync() => (await table.FindAsync<BrandPause>(Partition, PauseRow))?.Value;

    public async Task ResumeAsync()
    {
        await table.DeleteIfExistsAsync(Partition, [PauseRow]);
        cache.Forget(Partition);
    }

    public void Dispose() => cache.Dispose();

    // The pause sorts before the plans.
    public async Task<PushBoard> ReadAsync()
    {
        var rows = await table.BetweenAsync<JsonElement>(Partition, PauseRow, PlanPrefix + '~');
        var pause = rows.FirstOrDefault(row => row.RowKey == PauseRow)?.As<BrandPause>().Value;
        return new PushBoard(
            [.. rows.Where(row => row.RowKey != PauseRow).Select(row => row.As<PushPlan>().Value)], pause);
    }
}
