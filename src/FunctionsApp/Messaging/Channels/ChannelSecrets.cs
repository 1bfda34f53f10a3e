using FunctionsApp.Platform.Webhooks;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Messaging.Channels;

/// <summary>The secrets of the channel's callbacks. Without one, every callback is refused.</summary>
public sealed record ChannelSecrets(IReadOnlyList<WebhookSecret> All)
{
    /// <summary>
    /// Reads <c>Channel__Secret</c> and <c>Channel__Secrets__0..n</c>; throws <see cref="FormatException"/> for a
    /// malformed secret.
    /// </summary>
    public static ChannelSecrets Read(IConfiguration settings)
    {
        var several = settings.GetSection("Channel:Secrets").GetChildren().Select(secret => secret.Value);
        IEnumerable<string?> configured = [settings["Channel:Secret"], .. several];
        return new([.. configured
            .Where(secret => !string.IsNullOrEmpty(secret))
            .Select(secret => WebhookSecret.Parse(secret!))]);
    }
}
