using System.Text;
using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>What the server does for the paths of group sends.</summary>
sealed class FakeGroupSendRoutes(TimeProvider clock, FakeGroups groups, FakeGroupSends sends, FakeContent content)
{
    const int MaxChats = 2_000;
    const int MaxTextBytes = 4_000;
    const int MaxAttachments = 9;
    const int MaxReminders = 3;

    public JsonObject Add(FakeRequest request)
    {
        var chats = request.Texts("chat_id_list");
        var text = request.Body["text"]?["content"]?.GetValue<string>() ?? "";
        var attachments = request.Body["attachments"] as JsonArray ?? [];
        if (request.Text("chat_type") != "group"
            || request.Text("sender") is not { } sender
            || chats.Count is 0 or > MaxChats
            || Encoding.UTF8.GetByteCount(text) > MaxTextBytes
            || attachments.Count > MaxAttachments
            || (text.Length == 0 && attachments.Count == 0))
            throw new FakeErrorException(FakeErrors.Invalid);
        foreach (var attachment in attachments)
        {
            var kind = attachment!["msgtype"]!.GetValue<string>();
            content.CheckAttachment(attachment[kind]?.AsObject() ?? throw new FakeErrorException(FakeErrors.Invalid));
        }

        var owned = chats.Where(id => groups.Find(id)?.Owner == sender).ToList();
        if (owned.Count == 0) throw new FakeErrorException(FakeErrors.NoChat);
        lock (sends.Sync)
        {
            return new JsonObject
            {
                ["fail_list"] = new JsonArray([.. chats.Except(owned).Select(id => (JsonNode)id)]),
                ["msgid"] = sends.Add(sender, owned, text, createType: 0).Id,
            };
        }
    }

    public JsonObject List(FakeRequest request)
    {
        var (from, until) = (request.Instant("start_time"), request.Instant("end_time"));
        if (request.Text("chat_type") != "group" || until - from > TimeSpan.FromDays(31))
            throw new FakeErrorException(FakeErrors.Invalid);
        var listed = sends.All.Where(send => send.CreatedAt >= from && send.CreatedAt <= until).Select(send =>
            (JsonNode)new JsonObject
            {
                ["msgid"] = send.Id,
                ["creator"] = send.Sender,
                ["create_time"] = $"{send.CreatedAt.ToUnixTimeSeconds()}",
                ["create_type"] = send.CreateType,
                ["text"] = new JsonObject { ["content"] = send.Text },
            });
        return request.Page("group_msg_list", listed);
    }

    public JsonObject Tasks(FakeRequest request)
    {
        var send = FindSend(request);
        var task = new JsonObject { ["userid"] = send.Sender, ["status"] = send.SentAt is null ? 0 : 2 };
        if (send.SentAt is { } at) task["send_time"] = at.ToUnixTimeSeconds();
        return request.Page("task_list", [task]);
    }

    public JsonObject Results(FakeRequest request)
    {
        var send = FindSend(request);
        if (request.Text("userid") != send.Sender) throw new FakeErrorException(FakeErrors.Invalid);
        return request.Page("send_list", send.ChatIds.Select(chatId =>
        {
            var result = new JsonObject
            {
                ["chat_id"] = chatId,
                ["userid"] = send.Sender,
                ["status"] = send.StatusOf(chatId),
            };
            if (send.StatusOf(chatId) == 1) result["send_time"] = send.SentAt!.Value.ToUnixTimeSeconds();
            return (JsonNode)result;
        }));
    }

    public JsonObject Remind(FakeRequest request)
    {
        var (send, now) = (FindSend(request), clock.GetUtcNow());
        if (send.Reminders.Count(at => at > now.AddHours(-24)) >= MaxReminders)
            throw new FakeErrorException(FakeErrors.TooManyCalls);
        send.Reminders.Add(now);
        return [];
    }

    public JsonObject Cancel(FakeRequest request)
    {
        FindSend(request).IsCancelled = true;
        return [];
    }

    FakeGroupSend FindSend(FakeRequest request) =>
        sends.All.FirstOrDefault(send => send.Id == request.Text("msgid"))
        ?? throw new FakeErrorException(FakeErrors.Invalid);
}
