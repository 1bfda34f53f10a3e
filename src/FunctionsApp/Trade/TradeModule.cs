using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Selling.Links;
using FunctionsApp.Trade.Buyers;
using FunctionsApp.Trade.Imports;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Trade;

public static class TradeModule
{
    /// <summary>Registers the module and reads the settings of all shops; throws when one is invalid.</summary>
    public static IServiceCollection AddTradeModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddTable<OrdersTable>()
        .AddTable<ShopBodiesTable>()
        .AddTable<WebhookFailuresTable>()
        .AddTable<OrderImportsTable>()
        .AddQueue<ShopMessage>(ShopMessage.QueueName)
        .AddQueue<ImportedOrders>(ImportedOrders.QueueName)
        .AddSingleton(new ShopRegistry(settings))
        .AddSingleton(new OrderSettings(settings))
        .AddSingleton<ShopMessageStore>()
        .AddSingleton<WebhookFailureStore>()
        .AddSingleton<OrderStore>()
        .AddSingleton<BuyerStore>()
        .AddSingleton<OrderAttribution>()
        .AddSingleton<PurchaseStore>()
        .AddSingleton<NewBuyerInvitations>()
        .AddSingleton<OrderEffects>()
        .AddSingleton<WaitingOrderStore>()
        .AddSingleton<OrderService>()
        .AddSingleton(new ImportRetention(settings))
        .AddSingleton<OrderImportStore>()
        .AddSingleton<ImportCalendar>()
        .AddSingleton<ImportService>()
        .AddSingleton<ImportHandler>()
        .AddSingleton<IClickFollowUp, OrderFollowUps>()
        .AddSingleton<IOrderStandings, OrderStandings>();
}
