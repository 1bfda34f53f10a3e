using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>A partition for each campaign: the campaign, its report and its stock of gifts.</summary>
public sealed class CampaignsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Campaigns"), retry);
