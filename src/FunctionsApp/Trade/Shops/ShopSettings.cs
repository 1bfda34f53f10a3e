using FunctionsApp.Trade.Orders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Trade.Shops;

/// <summary>The shops that the settings name, and what the brand says about orders.</summary>
public static class ShopSettings
{
    /// <summary>Reads the settings now, so that one at fault ends the start and not a request.</summary>
    public static IServiceCollection AddShops(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(new ShopRegistry(settings))
        .AddSingleton(new OrderSettings(settings))
        .AddSingleton<ShopMessageStore>()
        .AddSingleton<WebhookFailureStore>();
}
