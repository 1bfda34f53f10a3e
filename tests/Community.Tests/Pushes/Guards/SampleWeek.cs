using Community.Content;
using Community.Groups;
using Community.Pushes.Guards;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Guards;

/// <summary>
/// A message that a plan or a sale wants to send, in any order of instants. <paramref name="Number"/> names it.
/// </summary>
sealed record SampleMessage(
    int Number, int Minutes, ContentKind? Kind, string ContentId, int ReuseDays, bool IsAttached)
{
    /// <summary>Messages of ten days. One in eight is a message of a sale.</summary>
    public static Gen<SampleMessage> Any { get; } =
        from number in Gen.Choose(0, 200)
        from day in Gen.Choose(0, 9)
        from minutes in Gen.Frequency((6, Gen.Choose(9 * 60, 22 * 60)), (1, Gen.Choose(0, (24 * 60) - 1)))
        from kind in Gen.Elements<ContentKind?>(
            ContentKind.Useful,
            ContentKind.Useful,
            ContentKind.Fun,
            ContentKind.Scarce,
            ContentKind.Promotion,
            ContentKind.Promotion,
            ContentKind.Promotion,
            null)
        from item in Gen.Choose(1, 25)
        from attached in Gen.Elements(true, false, false)
        select new SampleMessage(number, (day * 24 * 60) + minutes, kind, $"item-{item}", item % 6, attached);

    public bool IsSale => Kind is null;

    public PushRequest Request => new(
        $"push-{Number}",
        At(0, 0).AddMinutes(Minutes),
        At(0, 0).AddMinutes(Minutes),
        Kind ?? ContentKind.Promotion,
        ContentId,
        ReuseDays)
    {
        ConversionId = IsAttached ? "tea" : null,
    };

    // Half of the messages of a sale are links.
    public PushHistoryEntry SaleEntry => Request.ToEntry(Zone) with
    {
        Kind = IsAttached ? ContentKind.Promotion : null,
        ContentId = null,
        IsSale = true,
    };
}

/// <summary>A group whose pushes ask the guards, with a blackout in the middle of the week.</summary>
sealed class SampleWeek(GroupKind kind)
{
    public static readonly Blackout Blackout = new("tea", At(3, 10), At(5, 20));

    readonly Dictionary<DateOnly, HashSet<string>> taps = [];

    public GroupPushHistory History { get; private set; } = new();

    /// <summary>The pushes that were allowed, with the instant at which they are sent.</summary>
    public List<PushRequest> Allowed { get; } = [];

    public PushLimits Limits { get; } = SamplePushes.Limits with { OwnerTapsPerDay = 2 };

    public static SampleWeek After(
        GroupKind kind, IEnumerable<SampleMessage> messages, Action<SampleWeek>? check = null)
    {
        var week = new SampleWeek(kind);
        foreach (var message in messages)
        {
            if (week.History.Entries.Any(entry => entry.Key == message.Request.Key)) continue;
            if (message.IsSale) week.History = week.History.Add(message.SaleEntry);
            else if (week.Ask(message.Request)) check?.Invoke(week);
        }

        return week;
    }

    /// <summary>The decision after all postponements, and the request at its instant.</summary>
    public (PushDecision Decision, PushRequest Request) Decide(PushRequest request, GroupPushHistory? history = null)
    {
        var situation = new GroupSituation(kind, GroupState.Open, history ?? History)
        {
            Blackouts = [Blackout],
            CostsTap = CostsTap(request),
            OwnerTaps = taps.GetValueOrDefault(DateOf(request.At))?.Except([request.Key]).Count() ?? 0,
        };
        var decision = PushGuards.Decide(request, situation, Limits, Zone);
        return decision is PushDecision.Postpone postpone
            ? Decide(request with { At = postpone.Until }, history)
            : (decision, request);
    }

    public static bool CostsTap(PushRequest push) => push.ContentId!.Length % 2 == 0;

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).Date);

    bool Ask(PushRequest request)
    {
        var (decision, sent) = Decide(request);
        if (decision is not PushDecision.Allow) return false;
        Allowed.Add(sent);
        History = History.Add(sent.ToEntry(Zone));
        if (!CostsTap(sent)) return true;
        var day = DateOf(sent.At);
        taps[day] = [.. taps.GetValueOrDefault(day) ?? [], sent.Key];
        return true;
    }
}
