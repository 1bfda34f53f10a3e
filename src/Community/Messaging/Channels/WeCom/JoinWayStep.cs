namespace Community.Messaging.Channels.WeCom;

/// <summary>Whether people enter a chat by scan.</summary>
public enum ChatEntry
{
    Open,

    /// <summary>Not now; a place may come free.</summary>
    Full,

    /// <summary>Never again.</summary>
    Over,
}

/// <summary>A chat of a campaign.</summary>
public sealed record JoinWayChat(string ChatId, ChatEntry Entry);

/// <summary>
/// Where a join way leads: <paramref name="State"/> is given to those who enter by it, <paramref name="Remark"/> is for
/// staff.
/// </summary>
public sealed record JoinWayTarget(IReadOnlyList<string> ChatIdList, string State, string Remark);

/// <summary>What is to be done about the join way of a code.</summary>
public abstract record JoinWayStep
{
    JoinWayStep()
    {
    }

    public sealed record Make(JoinWayTarget Target) : JoinWayStep;

    public sealed record Update(string ConfigId, JoinWayTarget Target) : JoinWayStep;

    /// <summary>Asks for the address of the image.</summary>
    public sealed record Show(string ConfigId) : JoinWayStep;

    public sealed record Delete(string ConfigId) : JoinWayStep;

    /// <summary>Nothing on the platform is known that could be deleted.</summary>
    public sealed record Forget : JoinWayStep;

    public sealed record Leave : JoinWayStep;
}
