using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Content.Library;

/// <summary>The content library in one partition, because people write slowly.</summary>
public sealed class ContentTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Content"), retry);
