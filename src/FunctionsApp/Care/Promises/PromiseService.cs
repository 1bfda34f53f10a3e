using System.Globalization;
using Community.Care.Promises;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// Makes promises, delivers their units and watches what is due. Before each write it schedules what makes up for the
/// rest of a request that dies.
/// </summary>
public sealed class PromiseService(
    PromiseStore promises,
    GainPageStore pages,
    PromiseTasks tasks,
    GroupStore groups,
    DeliveryDispatcher dispatcher,
    DueWorkScheduler scheduler,
    IdSource ids,
    TimeProvider clock)
{
    static readonly TimeSpan FollowUpDelay = TimeSpan.FromMinutes(2);

    // Far below the time for which the ledger knows what was sent.
    static readonly TimeSpan Repeatable = TimeSpan.FromDays(1);

    /// <summary>Stores a new promise, or finds the one that has the id. A watch comes next.</summary>
    public async Task<(bool IsNew, Stored<Promise> Document)> CreateAsync(Promise promise, string fingerprint)
    {
        await ScheduleWatchAsync(promise.Id, promise.Units.Min(unit => unit.AlertAt));
        await promises.ListAsync(promise);
        return await promises.CreateAsync(promise, fingerprint);
    }

    /// <summary>
    /// Opens the tasks of units that are due soon or missed, and schedules the next watch. A repeat changes nothing.
    /// </summary>
    public async Task WatchAsync(Promise promise)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? next = null;
        foreach (var (unit, read) in promise.Units.Zip(await promises.ProgressAsync(promise)))
        {
            var progress = PromiseRules.NextWatchAt(unit, read) <= now ? await WatchAsync(promise, unit, now) : read;
            var later = PromiseRules.NextWatchAt(unit, progress);
            next = later < next || next is null ? later : next;
        }

        if (next is { } at) await ScheduleWatchAsync(promise.Id, at);
    }

    /// <inheritdoc cref="WatchAsync(Promise)"/>
    public async Task WatchAsync(string promiseId)
    {
        if (await promises.FindAsync(promiseId) is { Value: var promise }) await WatchAsync(promise);
    }

    /// <summary>Records a delivery and does what follows; no event for a repeat.</summary>
    public async Task<Decided<UnitState, PromiseEvent>> DeliverAsync(
        Promise promise, PromisedUnit unit, UnitDelivery delivery)
    {
        var now = clock.GetUtcNow();
        await scheduler.ScheduleAsync(
            PromiseFollowUp.Kind, now + FollowUpDelay, new PromiseFollowUp(promise.Id, unit.Number));
        var (group, reached) = await ReachAsync(promise, delivery);
        var decided = await promises.DeliverAsync(
            promise, unit, new PromiseCommand.Deliver(reached, group?.MemberCount ?? 0, ids.NewId(), now));
        if (decided is not { Events: [PromiseEvent.Refused] })
            await FollowAsync(promise, unit, decided.After.Progress);
        return decided;
    }

    /// <summary>Does what follows from a stored delivery. A repeat changes nothing.</summary>
    public async Task FollowAsync(PromiseFollowUp followUp)
    {
        if (await promises.FindAsync(followUp.PromiseId) is not { Value: var promise }
            || promise.Find(followUp.Unit) is not { } unit) return;
        var progress = await promises.ProgressAsync(promise);
        await FollowAsync(promise, unit, progress[unit.Number - 1]);
    }

    // The delivery with the members whom it reached, for whom they are read only where it names none.
    async Task<(Group? Group, UnitDelivery Delivery)> ReachAsync(Promise promise, UnitDelivery delivery)
    {
        if (promise.Kind is PromiseKind.Service || delivery.MemberIds.Count > 0)
            return (await groups.LookUpAsync(promise.GroupId), delivery);
        var (group, members) = await groups.FindWithMembersAsync(promise.GroupId);
        return (group, delivery with { Present = MemberShares.PresentAt(members, delivery.At) });
    }

    async Task FollowAsync(Promise promise, PromisedUnit unit, UnitProgress progress)
    {
        if (!progress.IsDelivered) return;
        await tasks.EndAsync(promise, unit);
        if (progress is not { PageCode: { } code, AskedAt: { } asked } || clock.GetUtcNow() - asked >= Repeatable)
            return;
        await pages.AddAsync(code, new GainPage(promise.Id, unit.Number));
        if (await groups.LookUpAsync(promise.GroupId) is { IsAlive: true })
            await dispatcher.DeliverAsync(ToMessage(promise, unit, promise.PageBase + code, asked));
    }

    // The task comes first, so that an interrupted watch is repeated. A delivery may come between.
    async Task<UnitProgress> WatchAsync(Promise promise, PromisedUnit unit, DateTimeOffset now)
    {
        if (await groups.LookUpAsync(promise.GroupId) is { IsAlive: true } group)
        {
            if (now >= unit.MissAt) await tasks.MissAsync(promise, unit, group, now);
            else await tasks.AlertAsync(promise, unit, group, now);
        }

        var progress = (await promises.WatchAsync(promise, unit, now)).After.Progress;
        if (progress.IsDelivered) await tasks.EndAsync(promise, unit);
        return progress;
    }

    // Work of a past instant would come before the promise is stored.
    Task ScheduleWatchAsync(string promiseId, DateTimeOffset at)
    {
        var earliest = clock.GetUtcNow() + FollowUpDelay;
        return scheduler.ScheduleAsync(PromiseWatch.Kind, at > earliest ? at : earliest, new PromiseWatch(promiseId));
    }

    static NewDelivery ToMessage(Promise promise, PromisedUnit unit, string page, DateTimeOffset at) => new(
        $"promise-{promise.Id}",
        string.Create(CultureInfo.InvariantCulture, $"gain-{unit.Number}"),
        promise.GroupId,
        MemberId: null,
        ChannelAction.SendToGroup,
        DeliveryPriority.Ordinary,
        PromiseTexts.AskGain(unit, page),
        at);
}
