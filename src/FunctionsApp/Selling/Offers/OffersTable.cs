using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Offers;

/// <summary>A partition for each offer: its links, clicks and sales.</summary>
public sealed class OffersTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Offers"), retry);
