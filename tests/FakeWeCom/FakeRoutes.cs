using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>What the server does for each path.</summary>
sealed class FakeRoutes
{
    const string Customers = "externalcontact/";

    static readonly TimeSpan China = TimeSpan.FromHours(8);

    readonly FakeCorp corp;
    readonly TimeProvider clock;
    readonly FakeTokens tokens;
    readonly FakeGroups groups;
    readonly Dictionary<string, Func<FakeRequest, JsonObject>> open;
    readonly Dictionary<string, Func<FakeRequest, JsonObject>> withToken;

    public FakeRoutes(
        FakeCorp corp,
        TimeProvider clock,
        FakeTokens tokens,
        FakeGroups groups,
        FakeJoinWays ways,
        FakeGroupSends sends,
        FakeContent content,
        FakeStaff staff)
    {
        (this.corp, this.clock, this.tokens) = (corp, clock, tokens);
        this.groups = groups;
        var sendRoutes = new FakeGroupSendRoutes(clock, groups, sends, content);
        open = new(StringComparer.Ordinal)
        {
            ["gettoken"] = tokens.Give,
            ["webhook/send"] = staff.SendByRobot,
        };
        withToken = new(StringComparer.Ordinal)
        {
            [$"{Customers}groupchat/list"] = List,
            [$"{Customers}groupchat/get"] = Get,
            [$"{Customers}groupchat/statistic"] = Statistics,
            [$"{Customers}groupchat/add_join_way"] = ways.Add,
            [$"{Customers}groupchat/get_join_way"] = ways.Get,
            [$"{Customers}groupchat/update_join_way"] = ways.Update,
            [$"{Customers}groupchat/del_join_way"] = ways.Delete,
            [$"{Customers}add_msg_template"] = sendRoutes.Add,
            [$"{Customers}get_groupmsg_list_v2"] = sendRoutes.List,
            [$"{Customers}get_groupmsg_task"] = sendRoutes.Tasks,
            [$"{Customers}get_groupmsg_send_result"] = sendRoutes.Results,
            [$"{Customers}remind_groupmsg_send"] = sendRoutes.Remind,
            [$"{Customers}cancel_groupmsg_send"] = sendRoutes.Cancel,
            [$"{Customers}group_welcome_template/add"] = content.AddWelcome,
            [$"{Customers}group_welcome_template/edit"] = content.EditWelcome,
            [$"{Customers}group_welcome_template/del"] = content.DeleteWelcome,
            ["media/upload"] = content.Upload,
            ["message/send"] = staff.Send,
            ["get_jsapi_ticket"] = _ => Ticket("corp"),
            ["ticket/get"] = request => request.Query.GetValueOrDefault("type") == "agent_config"
                ? Ticket("agent")
                : throw new FakeErrorException(FakeErrors.Invalid),
            ["auth/getuserinfo"] = staff.Identify,
            ["agent/get"] = staff.App,
        };
    }

    public JsonObject Run(FakeRequest request)
    {
        if (open.TryGetValue(request.Path, out var route)) return route(request);
        tokens.Check(request);
        if (!corp.MayCallCustomerApi && request.Path.StartsWith(Customers, StringComparison.Ordinal))
            throw new FakeErrorException(FakeErrors.NoPermission);
        return withToken.TryGetValue(request.Path, out route)
            ? route(request)
            : throw new FakeErrorException(FakeErrors.Invalid);
    }

    JsonObject List(FakeRequest request)
    {
        var owners = request.OwnerFilter();
        var chats = groups.All
            .Where(chat => !chat.IsDismissed && corp.VisibleStaff.Contains(chat.Owner))
            .Where(chat => owners.Count == 0 || owners.Contains(chat.Owner))
            .Select(chat => (JsonNode)new JsonObject { ["chat_id"] = chat.Id, ["status"] = 0 });
        return request.Page("group_chat_list", chats);
    }

    JsonObject Get(FakeRequest request)
    {
        var at = clock.GetUtcNow() - corp.DetailsDelay;
        var chat = groups.Find(request.Text("chat_id") ?? "");
        if (chat is not null && !corp.VisibleStaff.Contains(chat.Owner))
            throw new FakeErrorException(FakeErrors.NotVisible);
        var details = chat?.DetailsAt(at) ?? throw new FakeErrorException(FakeErrors.NoChat);
        if (request.Number("need_name") == 1) return new JsonObject { ["group_chat"] = details };
        foreach (var member in details["member_list"]!.AsArray()) member!.AsObject().Remove("name");
        return new JsonObject { ["group_chat"] = details };
    }

    JsonObject Statistics(FakeRequest request)
    {
        var (from, until) = (request.Instant("day_begin_time"), request.Instant("day_end_time"));
        // The figures of a day exist on the next one.
        var today = new DateTimeOffset(clock.GetUtcNow().ToOffset(China).Date, China);
        var owners = request.OwnerFilter();
        if (owners.Count is 0 or > 100 || from > until || until >= today)
            throw new FakeErrorException(FakeErrors.Invalid);
        return new JsonObject
        {
            ["total"] = owners.Count,
            ["next_offset"] = owners.Count,
            ["items"] = new JsonArray([.. owners.Select(owner => (JsonNode)new JsonObject
            {
                ["owner"] = owner,
                ["data"] = FiguresOf(owner, from, until.AddDays(1)),
            })]),
        };
    }

    JsonObject FiguresOf(string owner, DateTimeOffset from, DateTimeOffset until)
    {
        var chats = groups.All.Where(chat => chat.Owner == owner && chat.CreatedAt < until).ToList();
        var members = chats.SelectMany(chat => chat.Members).Where(member => member.JoinedAt < until).ToList();
        return new JsonObject
        {
            ["new_chat_cnt"] = chats.Count(chat => chat.CreatedAt >= from),
            ["chat_total"] = chats.Count,
            ["chat_has_msg"] = chats.Count(chat => chat.Messages > 0),
            ["new_member_cnt"] = members.Count(member => member.JoinedAt >= from),
            ["member_total"] = members.Count,
            ["member_has_msg"] = 0,
            ["msg_total"] = chats.Sum(chat => chat.Messages),
        };
    }

    JsonObject Ticket(string kind) =>
        new() { ["ticket"] = $"fake-ticket-{kind}-of-{corp.CorpId}", ["expires_in"] = 7200 };
}
