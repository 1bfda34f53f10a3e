using System.Text.Json.Serialization;

namespace Community.Messaging.Channels;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MemberJoined), "member.joined")]
[JsonDerivedType(typeof(MemberLeft), "member.left")]
[JsonDerivedType(typeof(MemberRenamed), "member.renamed")]
[JsonDerivedType(typeof(MessagePosted), "message.posted")]
[JsonDerivedType(typeof(GroupDissolved), "group.dissolved")]
[JsonDerivedType(typeof(TaskDone), "task.done")]
public abstract record ChannelEvent(DateTimeOffset Timestamp)
{
    /// <summary><c>State</c> is the scanned code, <c>InvitedBy</c> the member who brought the person.</summary>
    public sealed record MemberJoined(
        DateTimeOffset Timestamp, string GroupId, string MemberId, string Name, string? State, string? InvitedBy)
        : ChannelEvent(Timestamp)
    {
        /// <summary>The id that all identities of one person on the platform share; null when it is unknown.</summary>
        public string? UnionId { get; init; }
    }

    public sealed record MemberLeft(DateTimeOffset Timestamp, string GroupId, string MemberId)
        : ChannelEvent(Timestamp);

    public sealed record MemberRenamed(DateTimeOffset Timestamp, string GroupId, string MemberId, string Name)
        : ChannelEvent(Timestamp);

    public sealed record MessagePosted(DateTimeOffset Timestamp, string GroupId, string MemberId, string Text)
        : ChannelEvent(Timestamp)
    {
        /// <summary>True when the channel tells that a picture of the message has a QR code.</summary>
        public bool HasQrCode { get; init; }

        /// <summary>The text of the QR code, where the channel reads it.</summary>
        public string? QrCode { get; init; }
    }

    public sealed record GroupDissolved(DateTimeOffset Timestamp, string GroupId) : ChannelEvent(Timestamp);

    /// <summary><c>JoinUrl</c> is the join link that the task made, where it was to make one.</summary>
    public sealed record TaskDone(DateTimeOffset Timestamp, string TaskId, string? JoinUrl) : ChannelEvent(Timestamp);
}
