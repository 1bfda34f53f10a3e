using FakeWeCom;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>The settings of an app on WeCom.</summary>
static class WeComHost
{
    public const string CorpId = "ww1234567890abcdef";
    public const int AgentId = 1000002;
    public const string Secret = "the-secret-of-the-app-on-wecom";
    public const string Token = "the-token-of-callbacks";
    public const string EncodingAesKey = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
    public const string RobotKey = "693a91f6-7aaa-4bc4-97a0-0ec2b7a1d9c3";

    public static Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Channel"] = "WeCom",
        ["WeCom:CorpId"] = CorpId,
        ["WeCom:AgentId"] = $"{AgentId}",
        ["WeCom:Secret"] = Secret,
        ["WeCom:Token"] = Token,
        ["WeCom:EncodingAesKey"] = EncodingAesKey,
        ["WeCom:Robots:staff"] = RobotKey,
    };

    /// <summary>The corporation of these settings, with two members of staff.</summary>
    public static FakeCorp NewCorp() => new()
    {
        CorpId = CorpId,
        AgentId = AgentId,
        Secret = Secret,
        CallbackToken = Token,
        CallbackKey = EncodingAesKey,
        RobotKeys = [RobotKey],
        VisibleStaff = { "owner-1", "owner-2" },
    };
}
