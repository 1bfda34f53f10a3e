using Community.Pushes.Calendars;
using Community.Pushes.Occurrences;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>The pushes that were planned between two instants.</summary>
public sealed record PushFilter(string? GroupId, PushState? State, DateTimeOffset From, DateTimeOffset To)
{
    static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(7);
    static readonly TimeSpan MaxSpan = TimeSpan.FromDays(92);

    /// <summary>Reads <c>groupId</c>, <c>state</c>, <c>from</c> and <c>to</c>, or answers 400.</summary>
    public static (PushFilter? Filter, IResult? Problem) Read(HttpRequest request, DateTimeOffset now)
    {
        if (!QueryFields.TryReadInstant(request, "from", now - DefaultSpan, out var from))
            return (null, QueryFields.NoInstant("from"));
        if (!QueryFields.TryReadInstant(request, "to", now + DefaultSpan, out var to))
            return (null, QueryFields.NoInstant("to"));
        if (to < from || to - from > MaxSpan)
            return (null, Problems.Invalid("to", $"must be 0 to {MaxSpan.Days} days after from."));
        return QueryFields.TryReadName<PushState>(request, "state", out var state)
            ? (new PushFilter(QueryFields.Text(request, "groupId"), state, from, to), null)
            : (null, QueryFields.NoName<PushState>("state"));
    }

    public bool Matches(Push push) =>
        push.DueAt >= From && push.DueAt <= To && (State is null || push.State == State);
}

/// <summary>
/// Lists pushes by group, in order of their plan. Without <c>groupId</c> a page visits at most 20 groups, and may have
/// fewer items than <c>top</c> and still a continuation.
/// </summary>
public sealed class PushListEndpoint(PushStore pushes, GroupStore groups, BrandTime brandTime, TimeProvider clock)
{
    const int GroupsPerPage = 20;

    /// <summary>
    /// Pushes by group, in order of their plan. Without <c>groupId</c> a page visits 20 groups, so it may have fewer
    /// items than <c>top</c>, or none, and still a continuation.
    /// </summary>
    [Function("ListPushes")]
    [Page<PushView>]
    [Query<string>("groupId", "Only pushes of this group.")]
    [Query<PushState>("state", "Only pushes in this state.")]
    [Query<DateTimeOffset>("from", "The earliest plannedAt; 7 days ago when absent.")]
    [Query<DateTimeOffset>("to", "The latest plannedAt, at most 92 days after from; in 7 days when absent.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/pushes")] HttpRequest request)
    {
        var (filter, problem) = PushFilter.Read(request, clock.GetUtcNow());
        if (problem is not null) return problem;
        return await Paging.AnswerAsync(request, (size, continuation) => filter!.GroupId is { } groupId
            ? PageOfGroupAsync(filter, groupId, size, continuation)
            : PageAsync(filter, continuation));
    }

    /// <summary>One push; 404 when there is none.</summary>
    [Function("GetPush")]
    [Response<PushView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/pushes/{pushId}")] HttpRequest request,
        string pushId) =>
        await pushes.FindAsync(pushId) is { Value: var push }
            ? EntityTag.Json(request, push, PushView.From(push))
            : PushCommandService.NotFound(pushId);

    // The continuation is the id of the last push of the page.
    async Task<Slice<PushView>> PageOfGroupAsync(PushFilter filter, string groupId, int size, string? continuation)
    {
        var matching = (await ReadAsync(filter, groupId))
            .Where(push => continuation is null || string.CompareOrdinal(push.Id, continuation) > 0)
            .ToList();
        var page = matching.Take(size).ToList();
        return new Slice<PushView>(
            [.. page.Select(PushView.From)], matching.Count > size ? page[^1].Id : null);
    }

    async Task<Slice<PushView>> PageAsync(PushFilter filter, string? continuation)
    {
        var page = await groups.PageAsync(GroupsPerPage, continuation);
        var read = await Task.WhenAll(page.Items.Select(group => ReadAsync(filter, group.Id)));
        return new Slice<PushView>([.. read.SelectMany(found => found).Select(PushView.From)], page.Continuation);
    }

    async Task<IEnumerable<Push>> ReadAsync(PushFilter filter, string groupId)
    {
        // A moved push keeps the row of its plan.
        var margin = PushMoves.Furthest.Days + HolidayRuling.MaxMove;
        var rows = await pushes.ReadAsync(
            groupId,
            brandTime.DayOf(filter.From).AddDays(-margin),
            brandTime.DayOf(filter.To).AddDays(margin));
        return rows.Select(row => row.Value).Where(filter.Matches);
    }
}
