package org.jadhere.network.publishing;

/**
 * What the association publishes, and the words for it.
 *
 * @param zones whether zone files are given out
 * @param geofeed whether {@code /geofeed.csv} answers
 * @param ispJson whether {@code /isp.json} answers
 */
public record Publishing(boolean zones, boolean geofeed, boolean ispJson, NameServers servers, IspProfile profile) {}
