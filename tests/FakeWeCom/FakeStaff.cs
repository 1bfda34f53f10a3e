using System.Text;
using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>A message to a member of staff, or of a robot.</summary>
public sealed record FakeStaffMessage(string To, string Text, DateTimeOffset At);

/// <summary>Staff: messages of the app and of robots, and sign-in.</summary>
public sealed class FakeStaff(FakeCorp corp, TimeProvider clock)
{
    const int RobotMessagesAMinute = 20;
    const int MaxRobotBytes = 2_048;

    readonly List<FakeStaffMessage> messages = [];
    readonly List<FakeStaffMessage> robotMessages = [];
    readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    public IReadOnlyList<FakeStaffMessage> Messages => messages;

    public IReadOnlyList<FakeStaffMessage> RobotMessages => robotMessages;

    /// <summary>A code of OAuth for the person, which is good once.</summary>
    public string SignIn(string userId)
    {
        var code = $"fakecode{codes.Count + 1:d6}";
        codes[code] = userId;
        return code;
    }

    internal JsonObject Send(FakeRequest request)
    {
        if (request.Number("agentid") != corp.AgentId || TextOf(request) is not { Length: > 0 } text)
            throw new FakeErrorException(FakeErrors.Invalid);
        var users = (request.Text("touser") ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries);
        foreach (var user in users.Where(corp.VisibleStaff.Contains))
            messages.Add(new FakeStaffMessage(user, text, clock.GetUtcNow()));
        return new JsonObject
        {
            ["invaliduser"] = string.Join('|', users.Where(user => !corp.VisibleStaff.Contains(user))),
            ["msgid"] = $"fakeapp{messages.Count}",
        };
    }

    internal JsonObject SendByRobot(FakeRequest request)
    {
        var key = request.Query.GetValueOrDefault("key", "");
        if (!corp.RobotKeys.Contains(key)) throw new FakeErrorException(FakeErrors.BadRobot);
        var now = clock.GetUtcNow();
        if (robotMessages.Count(sent => sent.To == key && sent.At > now.AddMinutes(-1)) >= RobotMessagesAMinute)
            throw new FakeErrorException(FakeErrors.TooManyCalls);
        if (TextOf(request) is not { Length: > 0 } text || Encoding.UTF8.GetByteCount(text) > MaxRobotBytes)
            throw new FakeErrorException(FakeErrors.Invalid);
        robotMessages.Add(new FakeStaffMessage(key, text, now));
        return [];
    }

    internal JsonObject Identify(FakeRequest request) =>
        codes.Remove(request.Query.GetValueOrDefault("code", ""), out var userId)
            ? new JsonObject { ["userid"] = userId }
            : throw new FakeErrorException(FakeErrors.BadCode);

    internal JsonObject App(FakeRequest request) =>
        request.Query.GetValueOrDefault("agentid") != $"{corp.AgentId}"
            ? throw new FakeErrorException(FakeErrors.Invalid)
            : new JsonObject
            {
                ["agentid"] = corp.AgentId,
                ["name"] = "社群助手",
                ["close"] = 0,
                ["allow_userinfos"] = new JsonObject
                {
                    ["user"] = new JsonArray(
                        [.. corp.VisibleStaff.Order(StringComparer.Ordinal)
                            .Select(user => (JsonNode)new JsonObject { ["userid"] = user })]),
                },
                ["allow_partys"] = new JsonObject { ["partyid"] = new JsonArray(1) },
            };

    static string? TextOf(FakeRequest request) =>
        request.Text("msgtype") == "text" ? request.Body["text"]?["content"]?.GetValue<string>() : null;
}
