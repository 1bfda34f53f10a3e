using System.Globalization;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Calls;

/// <summary>Messages to staff: of the app to one person, or of a robot in an internal group.</summary>
public sealed class WeComStaffClient(WeComApi api, WeComSender sender, WeComSettings settings)
{
    const string Text = "text";

    /// <summary>Sends a message of the app to staff; those whom it does not reach are in the reply.</summary>
    public Task<WeComReply<StaffMessageResult>> SendAsync(IReadOnlyList<string> userIds, string text) =>
        api.PostAsync<StaffMessageResult>("message/send", new
        {
            Touser = string.Join('|', userIds),
            Msgtype = Text,
            Agentid = settings.AgentId,
            Text = new WeComText(text),
        });

    /// <summary>
    /// Sends a message of the robot of this name; null when no setting names it. The platform takes 20 a minute.
    /// </summary>
    public async Task<WeComReply<Done>?> SendByRobotAsync(string robot, string text)
    {
        if (!settings.Robots.TryGetValue(robot, out var key)) return null;
        using var request = new HttpRequestMessage(HttpMethod.Post, WeComApi.Address("webhook/send", [("key", key)]));
        request.Content = WeComApi.ToContent(new { Msgtype = Text, Text = new WeComText(text) });
        return await sender.SendAsync<Done>(request, onlyReads: false);
    }

    /// <summary>The app in the platform's admin console: its name and the staff whom it may see.</summary>
    public Task<WeComReply<AppDetails>> GetAppAsync() => api.GetAsync<AppDetails>(
        "agent/get", ("agentid", settings.AgentId.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>People whom the message does not reach, separated by <c>|</c>; null or empty when it reaches all.</summary>
public sealed record StaffMessageResult(string? Invaliduser, string? Msgid);

/// <summary><c>Close</c> is 1 while the app is switched off.</summary>
public sealed record AppDetails(
    int Agentid, string? Name, int Close, VisibleUsers? AllowUserinfos, VisibleDepartments? AllowPartys);

public sealed record VisibleUsers(IReadOnlyList<VisibleUser> User);

public sealed record VisibleUser(string Userid);

public sealed record VisibleDepartments(IReadOnlyList<long> Partyid);
