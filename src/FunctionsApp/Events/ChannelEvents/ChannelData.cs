using Community.Messaging.Channels;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>The field <c>data</c> of one type of message.</summary>
public interface IChannelData
{
    /// <summary>The event of valid data.</summary>
    ChannelEvent ToEvent(DateTimeOffset timestamp);
}

/// <summary>
/// <c>member.joined</c>: <c>state</c> is the scanned code, <c>invitedBy</c> the id of the inviting member,
/// <c>unionId</c> the id that a person has in all apps of the platform; each may be absent or null.
/// </summary>
public sealed record MemberJoinedData(
    string? GroupId, string? MemberId, string? Name, string? State, string? InvitedBy, string? UnionId) : IChannelData
{
    public static InlineValidator<MemberJoinedData> Rules { get; } = new()
    {
        rules => rules.RuleFor(data => data.GroupId).NeededId(),
        rules => rules.RuleFor(data => data.MemberId).ChannelKey(),
        rules => rules.RuleFor(data => data.Name).Text(64),
        rules => rules.RuleFor(data => data.State).MaximumLength(64).WithMessage("must be at most 64 characters."),
        rules => rules.RuleFor(data => data.InvitedBy).ChannelKey().When(data => data.InvitedBy is not null),
        rules => rules.RuleFor(data => data.UnionId).ChannelKey().When(data => data.UnionId is not null),
    };

    /// <inheritdoc />
    public ChannelEvent ToEvent(DateTimeOffset timestamp) =>
        new ChannelEvent.MemberJoined(timestamp, GroupId!, MemberId!, Name!, State, InvitedBy) { UnionId = UnionId };
}

/// <summary><c>member.left</c>.</summary>
public sealed record MemberLeftData(string? GroupId, string? MemberId) : IChannelData
{
    public static InlineValidator<MemberLeftData> Rules { get; } = new()
    {
        rules => rules.RuleFor(data => data.GroupId).NeededId(),
        rules => rules.RuleFor(data => data.MemberId).ChannelKey(),
    };

    /// <inheritdoc />
    public ChannelEvent ToEvent(DateTimeOffset timestamp) =>
        new ChannelEvent.MemberLeft(timestamp, GroupId!, MemberId!);
}

/// <summary><c>member.renamed</c>.</summary>
public sealed record MemberRenamedData(string? GroupId, string? MemberId, string? Name) : IChannelData
{
    public static InlineValidator<MemberRenamedData> Rules { get; } = new()
    {
        rules => rules.RuleFor(data => data.GroupId).NeededId(),
        rules => rules.RuleFor(data => data.MemberId).ChannelKey(),
        rules => rules.RuleFor(data => data.Name).Text(64),
    };

    /// <inheritdoc />
    public ChannelEvent ToEvent(DateTimeOffset timestamp) =>
        new ChannelEvent.MemberRenamed(timestamp, GroupId!, MemberId!, Name!);
}

/// <summary>
/// <c>message.posted</c>: <c>hasQrCode</c> is true for a picture with a QR code, <c>qrCode</c> is the text of the code;
/// each may be absent or null.
/// </summary>
public sealed record MessagePostedData(
    string? GroupId, string? MemberId, string? Text, bool? HasQrCode = null, string? QrCode = null) : IChannelData
{
    const int MaxText = 4_000;
    const int MaxCode = 2_000;

    public static InlineValidator<MessagePostedData> Rules { get; } = new()
    {
        rules => rules.RuleFor(data => data.GroupId).NeededId(),
        rules => rules.RuleFor(data => data.MemberId).ChannelKey(),
        rules => rules.RuleFor(data => data.Text).Text(MaxText),
        rules => rules.RuleFor(data => data.QrCode).MaximumLength(MaxCode)
            .WithMessage($"must be at most {MaxCode} characters."),
    };

    /// <inheritdoc />
    public ChannelEvent ToEvent(DateTimeOffset timestamp) =>
        new ChannelEvent.MessagePosted(timestamp, GroupId!, MemberId!, Text!)
        {
            HasQrCode = HasQrCode is true,
            QrCode = QrCode,
        };
}

/// <summary><c>group.dissolved</c>.</summary>
public sealed record GroupDissolvedData(string? GroupId) : IChannelData
{
    public static InlineValidator<GroupDissolvedData> Rules { get; } = new()
    {
        rules => rules.RuleFor(data => data.GroupId).NeededId(),
    };

    /// <inheritdoc />
    public ChannelEvent ToEvent(DateTimeOffset timestamp) => new ChannelEvent.GroupDissolved(timestamp, GroupId!);
}

/// <summary><c>task.done</c>: <c>joinUrl</c> is set when the task was to create a join link.</summary>
public sealed record TaskDoneData(string? TaskId, string? JoinUrl) : IChannelData
{
    public static InlineValidator<TaskDoneData> Rules { get; } = new()
    {
        rules => rules.RuleFor(data => data.TaskId).ChannelKey(),
        rules => rules.RuleFor(data => data.JoinUrl).WebAddress().When(data => data.JoinUrl is not null),
    };

    /// <inheritdoc />
    public ChannelEvent ToEvent(DateTimeOffset timestamp) => new ChannelEvent.TaskDone(timestamp, TaskId!, JoinUrl);
}
