using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.WeCom;

/// <summary>What the instances of the app share of WeCom.</summary>
public sealed class WeComTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("WeCom"), retry);
