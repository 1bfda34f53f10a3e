using FunctionsApp.Platform;
using FunctionsApp.Platform.Webhooks;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Messaging.Channels;

/// <summary>The secrets of the channel's callbacks. Without one, every callback is refused.</summary>
public sealed record ChannelSecrets(IReadOnlyList<WebhookSecret> All)
{
    /// <summary>
    /// Reads <c>Channel__Secret</c> and <c>Channel__Secrets__0..n</c>; throws <see cref="SettingException"/> for a
    /// malformed secret.
    /// </summary>
    public static ChannelSecrets Read(IConfiguration settings)
    {
        IEnumerable<IConfigurationSection> configured =
            [settings.GetSection("Channel:Secret"), .. settings.GetSection("Channel:Secrets").GetChildren()];
        return new([.. configured.Where(secret => !string.IsNullOrEmpty(secret.Value)).Select(Parse)]);
    }

    static WebhookSecret Parse(IConfigurationSection secret)
    {
        try
        {
            return WebhookSecret.Parse(secret.Value!);
        }
        catch (FormatException failure)
        {
            throw new SettingException(secret.Path, $"is invalid: {failure.Message}");
        }
    }
}
