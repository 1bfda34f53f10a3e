using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>Every table of the app, by what it holds.</summary>
public sealed class Tables(TableServiceClient service)
{
    /// <summary>A partition a group: the group, its members, its campaigns, its flash sale.</summary>
    public Table Groups { get; } = new(service.GetTableClient("Groups"));

    /// <summary>A partition a campaign.</summary>
    public Table Campaigns { get; } = new(service.GetTableClient("Campaigns"));

    /// <summary>A partition a code.</summary>
    public Table Codes { get; } = new(service.GetTableClient("Codes"));

    /// <summary>A partition a poster.</summary>
    public Table Posters { get; } = new(service.GetTableClient("Posters"));

    /// <summary>A partition a person: since when the brand knows them, and their moves in each campaign.</summary>
    public Table People { get; } = new(service.GetTableClient("People"));

    /// <summary>Several partitions a campaign, each with the whole books of its share of the participants.</summary>
    public Table Standings { get; } = new(service.GetTableClient("Standings"));

    /// <summary>A partition a reward: whose it is.</summary>
    public Table Rewards { get; } = new(service.GetTableClient("Rewards"));

    /// <summary>A partition a campaign: how often each code was scanned, a row a batch.</summary>
    public Table Scans { get; } = new(service.GetTableClient("Scans"));

    /// <summary>A partition a group: the ledger, and the group's budget of messages.</summary>
    public Table Deliveries { get; } = new(service.GetTableClient("Deliveries"));

    /// <summary>One partition: the staff inbox, written at the pace of people.</summary>
    public Table StaffTasks { get; } = new(service.GetTableClient("StaffTasks"));

    /// <summary>A partition a flash sale.</summary>
    public Table FlashSales { get; } = new(service.GetTableClient("FlashSales"));

    /// <summary>A partition an offer: its links, its clicks and its books.</summary>
    public Table Offers { get; } = new(service.GetTableClient("Offers"));

    /// <summary>Several partitions a shop for its orders, one a shop and month for their list, several a shop for its buyers.</summary>
    public Table Orders { get; } = new(service.GetTableClient("Orders"));

    /// <summary>Bodies that are too large for a queue, until they are consumed: several partitions a day.</summary>
    public Table ShopBodies { get; } = new(service.GetTableClient("ShopBodies"));

    /// <summary>One partition: a row a day, shop and reason.</summary>
    public Table WebhookFailures { get; } = new(service.GetTableClient("WebhookFailures"));

    /// <summary>A partition a conversion, and one for each of its groups with what was heard there.</summary>
    public Table Conversions { get; } = new(service.GetTableClient("Conversions"));

    /// <summary>A few partitions: what finished conversions brought, by the interest that was heard.</summary>
    public Table Forecasts { get; } = new(service.GetTableClient("Forecasts"));

    /// <summary>Ids of the webhook messages that were processed, spread over partitions.</summary>
    public Table WebhookIds { get; } = new(service.GetTableClient("WebhookIds"));

    /// <summary>A partition a kind of thing: the ids that exist, for lists.</summary>
    public Table Catalog { get; } = new(service.GetTableClient("Catalog"));

    /// <summary>A partition a group: what the simulated channel was asked to do.</summary>
    public Table SimulatedChannel { get; } = new(service.GetTableClient("SimulatedChannel"));

    /// <summary>All of them.</summary>
    public IReadOnlyList<Table> All =>
    [
        Groups, Campaigns, Codes, Posters, People, Standings, Rewards, Scans, Deliveries, StaffTasks, FlashSales, Offers, Conversions, Forecasts, WebhookIds, Catalog, SimulatedChannel,
        Orders, ShopBodies, WebhookFailures,
    ];
}
