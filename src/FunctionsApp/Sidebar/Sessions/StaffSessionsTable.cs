using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Sidebar.Sessions;

/// <summary>A partition for each session, under the hash of its id.</summary>
public sealed class StaffSessionsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("StaffSessions"), retry);
