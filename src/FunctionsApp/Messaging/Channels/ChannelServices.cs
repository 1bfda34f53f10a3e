using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Platform.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FunctionsApp.Messaging.Channels;

/// <summary>The channel that the setting <c>Channel</c> names, and the secrets its callbacks are signed with.</summary>
public static class ChannelServices
{
    /// <summary>Registers the channel (only <c>Simulated</c> so far) and reads <c>Channel__Secret</c> or <c>Channel__Secrets__0..n</c>.</summary>
    public static IServiceCollection AddChannel(this IServiceCollection services, IConfiguration settings)
    {
        if (settings["Channel"] is { Length: > 0 } name && name != "Simulated") throw new InvalidOperationException($"Channel is '{name}'; only Simulated is supported.");
        services.TryAddSingleton<IChannel, SimulatedChannel>();
        return services.AddSingleton(ReadSecrets(settings)).AddSingleton<WebhookIdStore>();
    }

    static ChannelSecrets ReadSecrets(IConfiguration settings)
    {
        IEnumerable<string?> configured = [settings["Channel:Secret"], .. settings.GetSection("Channel:Secrets").GetChildren().Select(secret => secret.Value)];
        return new([.. configured.Where(secret => !string.IsNullOrEmpty(secret)).Select(secret => WebhookSecret.Parse(secret!))]);
    }
}

/// <summary>Every secret that may sign the channel's callbacks now; with none, every callback is refused.</summary>
public sealed record ChannelSecrets(IReadOnlyList<WebhookSecret> All);
