using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>A partition for each conversion, and one for each of its groups with the group's interest.</summary>
public sealed class ConversionsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Conversions"), retry);
