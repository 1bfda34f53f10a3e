using FluentValidation;
using FunctionsApp.Platform.Http;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// The hosts that links may lead to: those of the setting <c>AllowedLinkHosts</c> (comma separated) and all below them. Without the setting there
/// are none, so that nobody who gets at the key sends members anywhere.
/// </summary>
public sealed class AllowedLinkHosts(IConfiguration settings)
{
    readonly string[] hosts = settings["AllowedLinkHosts"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>True for an http or https address under an allowed host, without a user name that could pass for one.</summary>
    public bool Allows(string? target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0
        && hosts.Any(host => uri.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase) || uri.IdnHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The rule for addresses that links lead to.</summary>
public static class LinkFieldRules
{
    /// <summary>An address that has to be there, of at most 400 characters, under a host the brand allows.</summary>
    public static IRuleBuilderOptions<T, string?> LinkTarget<T>(this IRuleBuilder<T, string?> field, AllowedLinkHosts hosts) => field
        .WebAddress()
        .Must(hosts.Allows).WithMessage("must be under one of the hosts in the setting AllowedLinkHosts.");
}
