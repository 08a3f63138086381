package org.jadhere.network.publishing;

/**
 * The settings of the public documents.
 *
 * @param zones whether zone files are published
 * @param geofeed whether {@code /geofeed.csv} answers
 * @param ispJson whether {@code /isp.json} answers
 */
public record Publishing(boolean zones, boolean geofeed, boolean ispJson, NameServers servers, IspProfile profile) {}
