using System.Diagnostics;

namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// The join way of a code leads to the chats of its campaign that people enter by scan. It is deleted when there will
/// be none.
/// </summary>
public static class JoinWayRules
{
    /// <summary>The lost answers after which the code gets none: each may be one on the platform.</summary>
    public const int MaxLostAnswers = 3;

    // Longer than two calls with all their repeats.
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    static readonly TimeSpan AskInterval = TimeSpan.FromMinutes(1);

    // The queue and two calls take seconds.
    static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The next step. <paramref name="chats"/> are those of the campaign from the live one on; none when the campaign
    /// is over. A join way without an open chat stays as it is while a place may come free.
    /// </summary>
    public static JoinWayStep Decide(CodeJoinWay way, string name, IReadOnlyList<JoinWayChat> chats)
    {
        if (chats.All(chat => chat.Entry is ChatEntry.Over))
            return way.ConfigId is { } gone ? new JoinWayStep.Delete(gone) : new JoinWayStep.Forget();
        var open = chats.Where(chat => chat.Entry is ChatEntry.Open)
            .Select(chat => chat.ChatId)
            .Distinct(StringComparer.Ordinal)
            .Take(WeComLimits.ChatsOfJoinWay)
            .ToList();
        return way switch
        {
            { ConfigId: null } when open.Count == 0 || AnswersLost(way) >= MaxLostAnswers => new JoinWayStep.Leave(),
            { ConfigId: null } => new JoinWayStep.Make(TargetOf(way, name, open)),
            { ConfigId: { } id } when open.Count > 0 && !open.SequenceEqual(way.ChatIds, StringComparer.Ordinal) =>
                new JoinWayStep.Update(id, TargetOf(way, name, open)),
            { QrCode: null } => new JoinWayStep.Show(way.ConfigId),
            _ => new JoinWayStep.Leave(),
        };
    }

    public static CodeJoinWay Evolve(CodeJoinWay way, JoinWayEvent happened) => happened switch
    {
        JoinWayEvent.WorkRequested requested => way with { AskedUntil = requested.Until },
        JoinWayEvent.Taken taken => way with
        {
            Holder = taken.Holder,
            IdleUntil = taken.Until,
            IsMaking = taken.IsMaking,
            LostAnswers = AnswersLost(way),
        },
        JoinWayEvent.Made made => way with { ConfigId = made.ConfigId, ChatIds = made.ChatIds, IsMaking = false },
        JoinWayEvent.Led led => Free(way) with { ChatIds = led.ChatIds },
        JoinWayEvent.Shown shown => Free(way) with { QrCode = shown.QrCode },
        JoinWayEvent.Postponed postponed => Free(way) with { IdleUntil = postponed.Until },
        JoinWayEvent.AnswerLost lost => Free(way) with { IdleUntil = lost.Until, LostAnswers = way.LostAnswers + 1 },
        JoinWayEvent.Vanished => Free(way) with { ConfigId = null, QrCode = null, ChatIds = [] },
        _ => throw new UnreachableException(),
    };

    /// <summary>The event after which <paramref name="holder"/> works on it; null while another does.</summary>
    public static JoinWayEvent? Take(CodeJoinWay way, string holder, JoinWayStep step, DateTimeOffset now) =>
        way.Holder == holder || now >= way.IdleUntil
            ? new JoinWayEvent.Taken(holder, now + Lease, step is JoinWayStep.Make)
            : null;

    /// <summary>The address of the image for a page that leads to the chat; null when it does not.</summary>
    public static string? QrCodeFor(CodeJoinWay way, string chatId) =>
        way.ChatIds.Contains(chatId, StringComparer.Ordinal) ? way.QrCode : null;

    /// <summary>The event of a visit without the image; null when work was asked for, or failed, just now.</summary>
    public static JoinWayEvent? Ask(CodeJoinWay way, DateTimeOffset now) =>
        now >= way.AskedUntil && now >= way.IdleUntil && AnswersLost(way) < MaxLostAnswers
            ? new JoinWayEvent.WorkRequested(now + AskInterval)
            : null;

    /// <summary>
    /// True while the image that a visit asked for usually comes. A page that takes longer shows what it has.
    /// </summary>
    public static bool IsExpected(CodeJoinWay way, DateTimeOffset now) =>
        way is { QrCode: null, LostAnswers: 0 }
        && (way.Holder is not null || now >= way.IdleUntil)
        && now + AskInterval - UsualTime < way.AskedUntil;

    static int AnswersLost(CodeJoinWay way) => way.LostAnswers + (way.IsMaking ? 1 : 0);

    static CodeJoinWay Free(CodeJoinWay way) =>
        way with { Holder = null, IdleUntil = DateTimeOffset.MinValue, IsMaking = false };

    static JoinWayTarget TargetOf(CodeJoinWay way, string name, IReadOnlyList<string> chats)
    {
        // A shortened code would credit nobody.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(way.Code.Length, WeComLimits.JoinWayStateLength, nameof(way));
        return new JoinWayTarget(chats, way.Code, Shorten(name, WeComLimits.JoinWayRemarkLength));
    }

    static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
