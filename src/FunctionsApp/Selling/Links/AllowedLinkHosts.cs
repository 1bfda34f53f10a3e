using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform;
using FunctionsApp.Platform.Http;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// The hosts that links may lead to: those of the setting <c>AllowedLinkHosts</c> (comma separated) and their
/// subdomains, compared in their ASCII form. Without the setting no host is allowed, so that a leaked function key
/// cannot send members to foreign pages.
/// </summary>
public sealed class AllowedLinkHosts(IReadOnlyList<string> hosts)
{
    const string Setting = "AllowedLinkHosts";
    const StringSplitOptions NonEmpty = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>Reads the setting; throws <see cref="SettingException"/> for a name that is no host.</summary>
    public static AllowedLinkHosts Read(IConfiguration settings) =>
        new([.. (settings[Setting]?.Split(',', NonEmpty) ?? []).Select(Parse)]);

    /// <summary>
    /// True for an http or https address under an allowed host without user information, which could imitate a host.
    /// </summary>
    public bool Allows(string? target) =>
        WebUrl.FindHost(target) is { } name && hosts.Any(host => IsUnder(host, name));

    static string Parse(string name) => WebUrl.NormalizeHost(name)
        ?? throw new SettingException(Setting, $"names '{name}', which is no host.");

    static bool IsUnder(string host, string name) =>
        name.Equals(host, StringComparison.OrdinalIgnoreCase)
        || name.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase);
}

public static class LinkFieldRules
{
    /// <summary>A required address of at most 400 characters under an allowed host.</summary>
    public static IRuleBuilderOptions<T, string?> LinkTarget<T>(
        this IRuleBuilder<T, string?> field, AllowedLinkHosts hosts) => field
        .WebAddress()
        .Must(hosts.Allows).WithMessage("must be under one of the hosts in the setting AllowedLinkHosts.");
}
