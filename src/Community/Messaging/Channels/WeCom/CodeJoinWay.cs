namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// The platform's QR code that leads people to the groups of a campaign and credits them to one code, as the app knows
/// it. <see cref="ConfigId"/> is the platform's id of it, null until it is made.
/// </summary>
public sealed record CodeJoinWay(string Code, string CampaignId)
{
    public string? ConfigId { get; init; }

    /// <summary>The address of the image; null until the platform told it.</summary>
    public string? QrCode { get; init; }

    /// <summary>The chats to which it leads, in the order in which they are filled.</summary>
    public IReadOnlyList<string> ChatIds { get; init; } = [];

    /// <summary>The one who works on it until <see cref="IdleUntil"/>; null while nobody does.</summary>
    public string? Holder { get; init; }

    /// <summary>True when the platform was asked to make it and the answer is not recorded.</summary>
    public bool IsMaking { get; init; }

    /// <summary>
    /// How often the answer to its making was lost. Each may have left a join way on the platform that no call lists.
    /// </summary>
    public int LostAnswers { get; init; }

    /// <summary>The instant before which nothing is done about it, because of its holder or a failure.</summary>
    public DateTimeOffset IdleUntil { get; init; }

    /// <summary>The instant before which a visit of its page asks for no work.</summary>
    public DateTimeOffset AskedUntil { get; init; }
}

/// <summary>What happened to the join way of a code.</summary>
public abstract record JoinWayEvent
{
    JoinWayEvent()
    {
    }

    /// <summary>A visit of the page asked for work.</summary>
    public sealed record WorkRequested(DateTimeOffset Until) : JoinWayEvent;

    /// <summary>Someone works on it until an instant, after which another may.</summary>
    public sealed record Taken(string Holder, DateTimeOffset Until, bool IsMaking) : JoinWayEvent;

    public sealed record Made(string ConfigId, IReadOnlyList<string> ChatIds) : JoinWayEvent;

    public sealed record Led(IReadOnlyList<string> ChatIds) : JoinWayEvent;

    public sealed record Shown(string QrCode) : JoinWayEvent;

    /// <summary>The platform did not do what was asked.</summary>
    public sealed record Postponed(DateTimeOffset Until) : JoinWayEvent;

    /// <summary>The platform may have made it, and its answer is lost.</summary>
    public sealed record AnswerLost(DateTimeOffset Until) : JoinWayEvent;

    /// <summary>The platform no longer has it.</summary>
    public sealed record Vanished : JoinWayEvent;
}
