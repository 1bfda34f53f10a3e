using System.Security.Cryptography;
using System.Text;
using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Operators.Credentials;

/// <summary>
/// The keys of programs: each setting of the section <c>ApiKeys</c>. Several are accepted at once, so that they can be
/// rotated; without any there is no machine access.
/// </summary>
public sealed class MachineKeys
{
    const string Section = "ApiKeys";
    const string HostName = "WEBSITE_HOSTNAME";
    const int MinPublicLength = 16;

    readonly byte[][] digests;

    /// <summary>
    /// Reads the settings; throws <see cref="SettingException"/> for an empty key, and for one of fewer than 16
    /// characters unless the host serves <c>localhost</c> only.
    /// </summary>
    public MachineKeys(IConfiguration settings)
    {
        var isPublic = settings[HostName] is { Length: > 0 } host
            && !host.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase);
        digests = [.. settings.GetSection(Section).GetChildren().Select(key => Digest(Checked(key, isPublic)))];
    }

    /// <summary>
    /// True for one of the keys. Digests are compared in constant time and all of them, so that the time tells neither
    /// the text, nor the length, nor which key it is.
    /// </summary>
    public bool Contains(string key)
    {
        var sent = Digest(key);
        var found = false;
        foreach (var digest in digests) found |= CryptographicOperations.FixedTimeEquals(sent, digest);
        return found;
    }

    static string Checked(IConfigurationSection key, bool isPublic) => key.Value switch
    {
        null or "" => throw new SettingException(key.Path, "is empty."),
        { Length: < MinPublicLength } when isPublic =>
            throw new SettingException(key.Path, $"is too short: a key has at least {MinPublicLength} characters."),
        var text => text,
    };

    static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
