namespace FunctionsApp.Messaging.WeCom.GroupSends;

/// <summary>
/// A look at whether the owner has confirmed a group send, which was asked for at <paramref name="AskedAt"/>.
/// </summary>
public sealed record GroupSendLook(
    string GroupId, string DeliveryKey, string ChatId, string OwnerId, string MessageId, DateTimeOffset AskedAt)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "group-send-look";

    /// <summary>The time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>The time after which nothing is looked for: a task that is open then is closed by a person.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(24);
}
