using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Messaging.WeCom;

/// <summary>The settings <c>WeCom__...</c>, which are read only where <c>Channel</c> is <c>WeCom</c>.</summary>
public sealed class WeComSettings
{
    public const string ChannelName = "WeCom";

    const string Section = "WeCom:";

    public required string CorpId { get; init; }

    public required int AgentId { get; init; }

    public required string Secret { get; init; }

    /// <summary>The token that signs callbacks.</summary>
    public required string Token { get; init; }

    /// <summary>The key that encrypts callbacks.</summary>
    public required WeComKey EncodingAesKey { get; init; }

    public required Uri BaseUrl { get; init; }

    /// <summary>The keys of robots of internal groups, by their names.</summary>
    public required IReadOnlyDictionary<string, string> Robots { get; init; }

    /// <summary>The members at which entry by scan ends.</summary>
    public required int ScanEntryLimit { get; init; }

    public required GroupSendLimit GroupSendLimit { get; init; }

    /// <summary>What proves to the platform whose the domain is; null without it.</summary>
    public string? DomainProof { get; init; }

    /// <summary>Names the app and its secret, and tells nothing about it.</summary>
    public string KeyOfTokens => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{CorpId}\n{AgentId}\n{Secret}")))[..32];

    /// <summary>True where the app runs on WeCom.</summary>
    public static bool AreUsed(IConfiguration settings) => settings["Channel"] == ChannelName;

    /// <summary>
    /// Reads the settings; throws <see cref="SettingException"/> for one that is missing or malformed, without its
    /// value where that is a secret.
    /// </summary>
    public static WeComSettings Read(IConfiguration settings) => new()
    {
        CorpId = Required(settings, "CorpId"),
        AgentId = Number(settings, "AgentId", fallback: null, int.MaxValue),
        Secret = Required(settings, "Secret"),
        Token = Required(settings, "Token"),
        EncodingAesKey = ReadKey(settings),
        BaseUrl = ReadBaseUrl(settings),
        Robots = ReadRobots(settings),
        ScanEntryLimit =
            Number(settings, "ScanEntryLimit", ScanEntryRules.DefaultLimit, ScanEntryRules.MaxLimit),
        GroupSendLimit = ReadGroupSendLimit(settings),
        DomainProof = ReadDomainProof(settings),
    };

    static string Required(IConfiguration settings, string name) =>
        settings[Section + name] is { Length: > 0 } value
            ? value
            : throw new SettingException(Section + name, "is not set.");

    static int Number(IConfiguration settings, string name, int? fallback, int max)
    {
        var text = settings[Section + name];
        if (string.IsNullOrEmpty(text))
            return fallback ?? throw new SettingException(Section + name, "is not set.");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= max
                ? number
                : throw new SettingException(Section + name, $"is '{text}'; it must be a number from 1 to {max}.");
    }

    static WeComKey ReadKey(IConfiguration settings)
    {
        const string Name = "EncodingAesKey";
        try
        {
            return WeComKey.Parse(Required(settings, Name));
        }
        catch (FormatException failure)
        {
            throw new SettingException(Section + Name, $"is invalid: {failure.Message}");
        }
    }

    static Uri ReadBaseUrl(IConfiguration settings)
    {
        const string Name = $"{Section}BaseUrl";
        var text = settings[Name] is { Length: > 0 } value ? value : "https://qyapi.weixin.qq.com";
        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url is { UserInfo: "", PathAndQuery: "/", Fragment: "" }
                ? url
                : throw new SettingException(Name, "is no https address without path, query and user.");
    }

    static Dictionary<string, string> ReadRobots(IConfiguration settings)
    {
        var robots = settings.GetSection($"{Section}Robots").GetChildren().ToList();
        foreach (var robot in robots)
        {
            if (robot.Value is not { Length: > 0 } key || !Guid.TryParseExact(key, "D", out _))
                throw new SettingException(robot.Path, "is invalid: it is the key in the address of the robot.");
        }

        return robots.ToDictionary(robot => robot.Key, robot => robot.Value!, StringComparer.Ordinal);
    }

    static string? ReadDomainProof(IConfiguration settings)
    {
        const string Name = $"{Section}DomainProof";
        return settings[Name] switch
        {
            null or "" => null,
            { Length: <= 64 } text when text.All(char.IsAsciiLetterOrDigit) => text,
            _ => throw new SettingException(
                Name, "is invalid: it is what the name of the file has between WW_verify_ and .txt."),
        };
    }

    static GroupSendLimit ReadGroupSendLimit(IConfiguration settings)
    {
        const string Name = $"{Section}GroupSendLimit";
        return settings[Name] switch
        {
            null or "" => GroupSendLimit.Monthly,
            var text when Enum.GetNames<GroupSendLimit>().Contains(text, StringComparer.Ordinal) =>
                Enum.Parse<GroupSendLimit>(text),
            var text => throw new SettingException(
                Name, $"is '{text}'; it must be one of {string.Join(", ", Enum.GetNames<GroupSendLimit>())}."),
        };
    }
}
