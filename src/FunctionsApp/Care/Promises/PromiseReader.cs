using Community.Care.Promises;
using Community.Groups.Members;
using FunctionsApp.Groups;

namespace FunctionsApp.Care.Promises;

/// <summary>Reads promises as they are shown.</summary>
public sealed class PromiseReader(PromiseStore promises, GroupStore groups, TimeProvider clock)
{
    public async Task<PromiseSummaryView> SummarizeAsync(Promise promise)
    {
        var progress = await promises.ProgressAsync(promise);
        var figures = PromiseFigures.Of(promise, progress, clock.GetUtcNow());
        var open = promise.Units.Zip(progress).Where(unit => !unit.Second.IsDelivered);
        return new PromiseSummaryView(
            promise.Id,
            promise.GroupId,
            promise.Kind,
            promise.By,
            promise.CreatedAt,
            promise.Units.Count,
            figures.Promised,
            figures.Delivered,
            figures.Extras,
            figures.Late,
            open.Min(unit => (DateTimeOffset?)unit.First.DueAt),
            GainView.From(figures.Gain));
    }

    public async Task<PromiseView> ReadAsync(Promise promise)
    {
        var now = clock.GetUtcNow();
        var progress = await promises.ProgressAsync(promise);
        var figures = PromiseFigures.Of(promise, progress, now);
        return new PromiseView(
            promise.Id,
            promise.GroupId,
            promise.Kind,
            promise.By,
            promise.CreatedAt,
            figures.Promised,
            figures.Delivered,
            figures.Extras,
            figures.Late,
            [
                .. promise.Units.Zip(
                    progress, (unit, ofUnit) => PromisedUnitView.From(promise, unit, ofUnit, now)),
            ],
            await ReadMembersAsync(promise),
            GainView.From(figures.Gain));
    }

    async Task<IReadOnlyList<MemberPromiseView>> ReadMembersAsync(Promise promise)
    {
        var shares = new MemberShares(promise, await promises.DeliveriesAsync(promise.Id));
        var gained = (await promises.AnswersAsync(promise.Id))
            .Where(answer => answer.MemberId is not null)
            .CountBy(answer => answer.MemberId!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var known = await groups.AllMembersAsync(promise.GroupId);
        var unknown = shares.Named
            .Union(gained.Keys, StringComparer.Ordinal)
            .Except(known.Select(member => member.MemberId), StringComparer.Ordinal)
            .Select(id => new Member(promise.GroupId, id));
        return
        [
            .. from member in known.Where(member => member.IsPresent).Concat(unknown)
               let share = shares.Of(member.MemberId, member.JoinedAt)
               orderby member.MemberId
               select new MemberPromiseView(
                   member.MemberId,
                   member.Name,
                   share.Delivered,
                   share.Extras,
                   gained.GetValueOrDefault(member.MemberId)),
        ];
    }
}
