using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Messaging.WeCom.GroupSends;

/// <summary>
/// Prepares group sends (客户群群发), each for one group. Its owner confirms it on a telephone, which
/// <see cref="GroupSendLook"/> looks for.
/// </summary>
public sealed class GroupSendPreparation(
    GroupChatFinder chats,
    WeComGroupSendClient platform,
    OwnGroupSends own,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    public async Task<ChannelReply> PrepareAsync(ChannelCall call)
    {
        if (await chats.FindAsync(call.GroupId) is not { } chat)
            return new ChannelReply.ByHand("no chat of the platform is bound to the group");
        if (!TryMap(call.Attachments, out var attachments))
            return new ChannelReply.ByHand("the app does not upload attachments of these types");
        var request = new GroupSendRequest(chat.OwnerId, [chat.ChatId], call.Text, attachments);
        return await platform.AddAsync(request) switch
        {
            WeComReply<NewGroupSend>.Success { Value.FailList: { Count: > 0 } } =>
                new ChannelReply.ByHand("the platform takes no group send for the chat"),
            WeComReply<NewGroupSend>.Success { Value.MessageId: var id } => await FollowAsync(call, chat, id),
            WeComReply<NewGroupSend>.Refused { Kind: WeComErrorKind.Content } refused =>
                new ChannelReply.Refused($"the platform refuses the content: {refused.Code}"),
            WeComReply<NewGroupSend>.Refused refused =>
                new ChannelReply.ByHand($"the platform refuses the group send: {refused.Code}"),
            WeComReply<NewGroupSend>.NotSent => new ChannelReply.ByHand("the platform was not reached"),
            _ => throw new PlatformUnavailableException("The platform did not answer a group send."),
        };
    }

    async Task<ChannelReply> FollowAsync(ChannelCall call, Chat chat, string messageId)
    {
        var now = clock.GetUtcNow();
        var look = new GroupSendLook(call.GroupId, call.Key, chat.ChatId, chat.OwnerId, messageId, now);
        await own.AddAsync(messageId);
        await look.ScheduleNextAsync(scheduler, now);
        return new ChannelReply.Accepted(messageId);
    }

    // Images, files and covers have to be uploaded first.
    static bool TryMap(IReadOnlyList<Attachment>? attachments, out IReadOnlyList<WeComAttachment>? mapped)
    {
        mapped = attachments is null or [] ? null : [.. attachments.Select(Map)];
        return attachments?.All(attachment => attachment.Type is AttachmentType.Link) ?? true;
    }

    static WeComAttachment Map(Attachment attachment) =>
        WeComAttachment.Of(new WeComLink(attachment.Title, attachment.Url));
}
